/**
 * Names and values that mean something to somebody: to JavaScript, to a standard, to this profile, or to
 * a parser that is not strict. Mutators of JSON put them where others belong.
 */

export const hostileNames = (
  '__proto__ constructor prototype toString _sd ... _sd_alg crit b64 jwk jku x5c x5u kid alg typ iss iat nbf exp vct cnf ' +
  'status school date_of_issuance date_of_expiry given_name family_name birthdate picture aud nonce sd_hash d idx uri id use key_ops x'
).split(' ');

/** JSON texts, not all of them well formed. */
export const hostileValues = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e400', '-1e400', '9007199254740993'],
  ...['253402300800', '1e308', '4000', '[]', '{}', '[[]]', '""', '"ES256"', '"none"', '"HS256"'],
  ...['"dc+sd-jwt"', '"vc+sd-jwt"', '"kb+jwt"', '"okaz-a1"', '"sha-256"', '"sha-512"', '"P-384"'],
  ...[
    '"urn:mlegitymacja:student:1"',
    '"urn:mlegitymacja:pupil:1"',
    '"2026-02-30"',
    '"2027-10-30"',
    '"2026-11-22"',
    '"2026-11-23"',
    '"9999-12-31"',
  ],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"\u202e"',
    '"\ufeff"',
    '"𝄞"',
    '{"__proto__":{"a":1}}',
    '{"_sd":[]}',
  ],
  ...[
    '{"...":"x"}',
    '{"_sd":["x","x"]}',
    '"data:image/webp;base64,"',
    '"https://a.example"',
    '1,2',
    '"',
  ],
];

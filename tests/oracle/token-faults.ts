/** Faults around what an SD-JWT says: in what is sent, in its two JWTs and in the whole text. */
import { digestsOf, type Fault, shift, withMember } from './fault.ts';
import { objectOf, type Written } from './written-json.ts';

const header = (on: 'issuer' | 'binding', name: string, value: Written | undefined): Fault => ({
  on,
  change: (jwt) => ({ header: withMember(jwt.header, name, value) }),
});
const claim = (on: 'issuer' | 'binding', name: string, value: Written | undefined): Fault => ({
  on,
  change: (jwt) => ({ payload: withMember(jwt.payload, name, value) }),
});
const finish = (on: 'issuer' | 'binding', change: (jwt: string) => string): Fault => ({
  on,
  change: () => ({ finish: change }),
});

export const tokenFaults = {
  'a disclosure dropped': { on: 'sent', change: (sent) => sent.slice(1) },
  'a disclosure sent twice': { on: 'sent', change: (sent) => [...sent, ...sent.slice(0, 1)] },
  'disclosures in reverse': { on: 'sent', change: (sent) => [...sent].reverse() },
  'a disclosure altered': {
    on: 'sent',
    change: (sent) => sent.map((text, index) => (index === 0 ? shift(text, 9) : text)),
  },
  'a disclosure that nobody refers to': {
    on: 'sent',
    change: (sent) => [...sent, Buffer.from('["s","stray",1]').toString('base64url')],
  },
  'an empty disclosure': { on: 'sent', change: (sent) => [...sent, ''] },

  'typ in other case': header('issuer', 'typ', 'DC+SD-JWT'),
  'no typ': header('issuer', 'typ', undefined),
  'alg none': header('issuer', 'alg', 'none'),
  'alg ES384': header('issuer', 'alg', 'ES384'),
  'a crit header': header('issuer', 'crit', ['exp']),
  'alg twice': {
    on: 'issuer',
    change: (jwt) => ({ header: [['alg', 'none'], ...jwt.header] }),
  },
  'an unknown hash': claim('issuer', '_sd_alg', 'sha-0'),
  'a hash in other case': claim('issuer', '_sd_alg', 'SHA-256'),
  'a hash that is null': claim('issuer', '_sd_alg', null),
  'no key in cnf': claim('issuer', 'cnf', objectOf()),
  'the key in cnf disclosed': {
    on: 'issuer',
    change: ({ payload }, { disclose }) => {
      const cnf = payload.find(([name]) => name === 'cnf')?.[1] ?? null;
      const digest = disclose('cnf', cnf);
      const rest = withMember(payload, 'cnf', undefined);
      return { payload: withMember(rest, '_sd', [...digestsOf(payload), digest]) };
    },
  },
  'a status with a hidden part': claim('issuer', 'status', objectOf(['_sd', ['decoy of status']])),
  'another issuer': { on: 'issuer', change: () => ({ signer: 'another' }) },
  'a signature altered': finish('issuer', (jwt) => shift(jwt, -9)),
  'no signature': finish('issuer', (jwt) => jwt.slice(0, jwt.lastIndexOf('.') + 1)),
  'a padded signature': finish('issuer', (jwt) => `${jwt}==`),
  'a signature with spare bits': finish('issuer', (jwt) => shift(jwt, -1)),
  'four segments': finish('issuer', (jwt) => `${jwt}.AAAA`),

  'a key binding of another typ': header('binding', 'typ', 'KB+JWT'),
  'a key binding with alg none': header('binding', 'alg', 'none'),
  'a key binding with alg ES384': header('binding', 'alg', 'ES384'),
  'a key binding with crit': header('binding', 'crit', ['exp']),
  'a key binding with a member twice': {
    on: 'binding',
    change: (jwt) => ({ payload: [['aud', 'x'], ...jwt.payload] }),
  },
  'a key binding by another holder': { on: 'binding', change: () => ({ signer: 'another' }) },
  'a key binding with a padded signature': finish('binding', (jwt) => `${jwt}==`),
  'another audience': claim('binding', 'aud', 'https://verifier.example'),
  'no audience': claim('binding', 'aud', undefined),
  'a nonce that nobody asked for': claim('binding', 'nonce', 'AAAAAAAAAAAAAAAAAAAAAA'),
  'an audience in an array': claim('binding', 'aud', ['urn:mlegitymacja:verify:1']),
  'a time that is text': claim('binding', 'iat', 'now'),
  'a time before 1970': claim('binding', 'iat', -1),
  'a time with a fraction': claim('binding', 'iat', 1_800_000_000.5),
  'an end that is text': claim('binding', 'exp', 'tomorrow'),
  'the time 0': claim('binding', 'iat', 0),
  'no time': claim('binding', 'iat', undefined),
  'another sd_hash': claim('binding', 'sd_hash', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
  'sd_hash by its old name': {
    on: 'binding',
    change: (jwt) => ({
      payload: jwt.payload.map(([name, value]) => [name === 'sd_hash' ? '_sd_hash' : name, value]),
    }),
  },

  'no key binding': { on: 'text', change: (text) => text.slice(0, text.lastIndexOf('~') + 1) },
  'a disclosure dropped after the binding': {
    on: 'text',
    change: (text) =>
      text
        .split('~')
        .filter((_, index) => index !== 1)
        .join('~'),
  },
  'no ~ at all': { on: 'text', change: (text) => text.split('~')[0] ?? '' },
} satisfies Record<string, Fault>;

/** SD-JWT VC §2 and PROTOCOL §1: what a card says, and where it may say it. */
import { encodeBase64 } from '../../../src/base/bytes.ts';
import { claim, pictureUri, plainDisclosures, shownAt } from '../../fixtures/hand-made-card.ts';
import { portrait } from '../../fixtures/portrait.ts';
import { claims, disclosed, disclosing, header, hiding, type Rule, type Rules } from './rule.ts';

const visibleClaims = [
  ...['iss', 'nbf', 'exp', 'vct', 'status', 'cnf', 'vct#integrity', 'aka_vcts'],
  ...['iat', 'school', 'date_of_issuance', 'date_of_expiry'],
];
const fromVc = new Set(['iss', 'nbf', 'exp', 'vct', 'status', 'cnf', 'vct#integrity', 'aka_vcts']);

const neverHidden = visibleClaims.map(
  (name): Rule => [
    fromVc.has(name) ? 'SD-JWT VC §2.2.2.3' : 'PROTOCOL §1',
    `${name} is never disclosed`,
    hiding(name),
  ],
);
const required = [
  'iss',
  'iat',
  'vct',
  'cnf',
  'status',
  'school',
  'date_of_issuance',
  'date_of_expiry',
];
const missing = required.map(
  (name): Rule => ['PROTOCOL §1', `${name} is there`, claims({ [name]: undefined })],
);

/** The plain picture with one byte of its declared width altered. */
const wider = portrait.slice();
wider[String.fromCharCode(...wider).indexOf('ispe') + 11] = 61;

export const credentialRules: Rules = {
  'wrong-type': [
    ['SD-JWT VC §2.2.1', 'typ is dc+sd-jwt', header({ typ: 'vc+sd-jwt' })],
    ['SD-JWT VC §2.2.1', 'typ is written to the letter', header({ typ: 'DC+SD-JWT' })],
    ['SD-JWT VC §2.2.1', 'typ is there', header({ typ: undefined })],
    ['PROTOCOL §1', 'vct is that of a card', claims({ vct: 'urn:other' })],
    [
      'SD-JWT VC §2.2.2.1',
      'vct is compared to the letter',
      claims({ vct: 'URN:mlegitymacja:student:1' }),
    ],
  ],
  malformed: [
    ...missing,
    ...neverHidden,
    [
      'SD-JWT VC §2.2.2.3',
      'no part of them is disclosed',
      claims({ school: { id: 'OKAZ-1', _sd: ['x'] } }),
    ],
    [
      'RFC 9901 §9.7',
      'aud is never disclosed',
      disclosing(claim('aud', 'urn:mlegitymacja:verify:1')),
    ],
    ['SD-JWT VC §2.2.2.1', 'vct is text', claims({ vct: ['urn:mlegitymacja:student:1'] })],
    [
      'SD-JWT VC §2.2.2.5',
      'there is no _sd without disclosable claims',
      () => ({ card: { disclosures: [] } }),
    ],
    ['RFC 7800 §3.2', 'cnf holds a key', claims({ cnf: { kid: 'a' } })],
    [
      'RFC 7800 §3.2',
      'cnf holds no private key',
      ({ holder }) => ({ card: { payload: { cnf: { jwk: { ...holder } } } } }),
    ],
    [
      'RFC 7518 §6.2.1',
      'cnf holds a point of the curve',
      ({ holder: { x, y } }) => ({
        card: { payload: { cnf: { jwk: { kty: 'EC', crv: 'P-256', x: y, y: x } } } },
      }),
    ],
    [
      'RFC 7517 §4.2',
      'cnf holds a key for signatures',
      ({ holder: { d, ...jwk } }) => ({
        card: { payload: { cnf: { jwk: { ...jwk, use: 'enc' } } } },
      }),
    ],
    ['PROTOCOL §1', 'kid is there', header({ kid: undefined })],
    ['PROTOCOL §1', 'kid is not empty', header({ kid: '' })],
    ['PROTOCOL §1', 'iss is an https URI', claims({ iss: 'http://x.example' })],
    ['PROTOCOL §1', 'iat is a time', claims({ iat: -1 })],
    ['RFC 7519 §4.1.5', 'nbf is a time', claims({ nbf: 'now' })],
    ['RFC 7519 §4.1.4', 'exp is a time', claims({ exp: 1e30 })],
    [
      'PROTOCOL §1',
      'exp is 180 days past the last day',
      claims({ exp: Date.parse('2027-03-31T00:00:00Z') / 1000 + 180 * 86_400 - 1 }),
    ],
    [
      'PROTOCOL §1',
      'an index is a whole number',
      claims({ status: { status_list: { idx: 1.5, uri: 'https://a.example' } } }),
    ],
    [
      'PROTOCOL §1',
      'a status list’s uri is https',
      claims({ status: { status_list: { idx: 1, uri: 'http://a.example' } } }),
    ],
    ['PROTOCOL §1', 'a school’s id is text', claims({ school: { id: 1 } })],
    ['PROTOCOL §1', 'a first day is a day', claims({ date_of_issuance: '2026-02-29' })],
    ['PROTOCOL §1', 'a last day is a day', claims({ date_of_expiry: '2027-04-31' })],
    ['PROTOCOL §1', 'a given name is text', disclosed('given_name', 1)],
    ['PROTOCOL §1', 'a family name is text', disclosed('family_name', 1)],
    ['PROTOCOL §1', 'a number is text', disclosing(claim('document_number', 1))],
    ['PROTOCOL §1', 'a birthdate is a day', disclosed('birthdate', '2005-02-29')],
    ['ours', 'nobody is born after the first day', disclosed('birthdate', '2026-10-02')],
    [
      'PROTOCOL §1',
      'a picture is AVIF or WebP',
      disclosed('picture', pictureUri.replace('avif', 'jpeg')),
    ],
    [
      'PROTOCOL §1',
      'a picture is what it says',
      disclosed('picture', pictureUri.replace('avif', 'webp')),
    ],
    [
      'PROTOCOL §1',
      'a picture is 60×80',
      disclosed('picture', `data:image/avif;base64,${encodeBase64(wider)}`),
    ],
    [
      'PROTOCOL §1',
      'a picture has at most 720 bytes',
      disclosed(
        'picture',
        `data:image/avif;base64,${encodeBase64(new Uint8Array([...portrait, ...new Uint8Array(721 - portrait.length)]))}`,
      ),
    ],
  ],
  'issuer-not-allowed': [
    ['PROTOCOL §4', 'the issuer may speak for this school', claims({ school: { id: 'OKAZ-2' } })],
    ['PROTOCOL §4', 'somebody may speak for this school', claims({ school: { id: 'OKAZ-77' } })],
    ['PROTOCOL §4', 'the issuer may make this kind', claims({ vct: 'urn:mlegitymacja:pupil:1' })],
  ],
  'not-yet-valid': [
    ['PROTOCOL §4', 'the first day has come', claims({ date_of_issuance: '2026-11-24' })],
    ['RFC 9901 §7.1 step 6', 'nbf has come', claims({ nbf: shownAt + 1 })],
  ],
  expired: [
    [
      'PROTOCOL §4',
      'the last day is not past',
      claims({ date_of_issuance: '2025-10-01', date_of_expiry: '2026-11-22' }),
    ],
    [
      'RFC 9901 §7.1 step 6',
      'exp is not past',
      () => ({
        card: {
          payload: { exp: shownAt, date_of_issuance: '2025-01-01', date_of_expiry: '2026-01-01' },
          disclosures: plainDisclosures,
        },
        lists: (plain) => ({
          ...plain,
          policies: {
            ...plain.policies,
            extensions: [
              {
                vct: 'urn:mlegitymacja:student:1',
                schools: 'any',
                expiringFrom: '2026-01-01',
                expiringTo: '2026-01-01',
                newEnd: '2027-01-01',
                basis: 'test',
              },
            ],
          },
        }),
      }),
    ],
  ],
};

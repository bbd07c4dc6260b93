/** RFC 9901 §4.3 and §7.3, PROTOCOL §2: the key binding of a live code. */
import { shownAt } from '../../fixtures/hand-made-card.ts';
import { asSegment } from '../../fixtures/raw-jws.ts';
import { binding, bindingHeader, type Rules } from './rule.ts';

/** What the holder shows, with its key binding replaced. */
const withBinding = (keyBinding: string) => (plain: string) =>
  plain.slice(0, plain.lastIndexOf('~') + 1) + keyBinding;

const later = (age: number) => () => ({ context: { now: (shownAt + age) * 1000 } });

export const keyBindingRules: Rules = {
  'not-holder-bound': [
    ['§7.3 step 2', 'there is a key binding', () => ({ presentation: withBinding('') })],
    ['§7.3 step 5.6', 'aud is the one we ask for', binding({ aud: 'urn:x' })],
    ['§4.3', 'aud is one text', binding({ aud: ['urn:mlegitymacja:verify:1'] })],
    ['§4.3', 'aud is there', binding({ aud: undefined })],
  ],
  'wrong-type': [
    ['§7.3 step 5.2', 'alg is not none', bindingHeader({ alg: 'none' })],
    ['§7.3 step 5.2', 'alg is that of the key', bindingHeader({ alg: 'ES384' })],
    ['§4.3', 'alg is there', bindingHeader({ alg: undefined })],
    ['§4.3', 'typ is there', bindingHeader({ typ: undefined })],
    ['§7.3 step 5.4', 'typ is kb+jwt', bindingHeader({ typ: 'JWT' })],
    ['§7.3 step 5.4', 'typ is written to the letter', bindingHeader({ typ: 'KB+JWT' })],
    ['§7.3 step 5.8, RFC 7515 §4.1.11', 'no extension is critical', bindingHeader({ crit: ['x'] })],
  ],
  'bad-holder-signature': [
    [
      '§7.3 step 5.3',
      'the holder signed',
      () => ({ presentation: (plain) => `${plain.slice(0, -86)}${'A'.repeat(86)}` }),
    ],
    ['§7.3 step 5.7', 'sd_hash is of what is shown', binding({ sd_hash: 'A'.repeat(43) })],
    ['§4.3', 'sd_hash is there', binding({ sd_hash: undefined })],
  ],
  malformed: [
    ['§4.3', 'iat is there', binding({ iat: undefined })],
    ['§4.3', 'nonce is there', binding({ nonce: undefined })],
    ['§4.3', 'nonce is text', binding({ nonce: 1 })],
    ['PROTOCOL §2', 'nonce is of 16 bytes', binding({ nonce: 'AAAA' })],
    ['§7.3 step 5.8, RFC 7519 §4.1.4', 'exp is a time', binding({ exp: 'never' })],
    ['§7.3 step 5.8, RFC 7519 §4.1.5', 'nbf is a time', binding({ nbf: 'never' })],
    [
      '§7.3 step 5.8',
      'it is a JWT',
      () => ({ presentation: withBinding(`${asSegment('[]')}.${asSegment({})}.AAAA`) }),
    ],
  ],
  'stale-code': [
    ['§7.3 step 5.5', 'iat is not longer ago than the window', later(31)],
    ['§7.3 step 5.8, RFC 7519 §4.1.4', 'exp is not past', binding({ exp: shownAt })],
  ],
  'code-from-future': [
    ['§7.3 step 5.5', 'iat is not further ahead than the window', later(-11)],
    ['§7.3 step 5.8, RFC 7519 §4.1.5', 'nbf is not ahead', binding({ nbf: shownAt + 11 })],
  ],
};

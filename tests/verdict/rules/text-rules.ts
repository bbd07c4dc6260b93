/** PROTOCOL §3: the QR text, from its prefix to the one form. One form has a test file of its own. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { concatBytes, encodeBase64url } from '../../../src/base/bytes.ts';
import { dictionary } from '../../../src/credential/dictionary.ts';
import { writeLength } from '../../../src/credential/length.ts';
import { claim } from '../../fixtures/hand-made-card.ts';
import { skeletonBytes } from '../../fixtures/skeleton-bytes.ts';
import { disclosing, type Rules } from './rule.ts';

const body = (text: string): string => text.slice('MLEG1:'.length);

/** The text of a container that is altered. */
const container = (alter: (bytes: Uint8Array) => Uint8Array) => () => ({
  text: (plain: string) => `MLEG1:${encodeBase45(alter(decodeBase45(body(plain)).slice()))}`,
});

/** The same skeleton under another deflate stream. */
const stream = (alter: (deflated: Uint8Array) => Uint8Array) =>
  container((bytes) => {
    const [, low = 0, high = 0] = bytes;
    const start = low < 0x80 ? 2 : 3;
    const length = low < 0x80 ? low : (low & 0x7f) | (high << 7);
    const deflated = alter(bytes.slice(start, start + length));
    const head = Uint8Array.of(1, ...writeLength(deflated.length));
    return concatBytes(head, deflated, bytes.slice(start + length));
  });

/** Packs to the letter, but for the limits. */
function packed(presentation: string): string {
  const { text, raw } = skeletonBytes(presentation);
  const deflated = deflateRawSync(text, { level: 9, dictionary });
  const head = Uint8Array.of(1, ...writeLength(deflated.length));
  return `MLEG1:${encodeBase45(concatBytes(head, deflated, raw))}`;
}

export const textRules: Rules = {
  'not-a-card': [
    ['PROTOCOL §3', 'a text begins with MLEG', () => ({ text: () => 'https://example.org/' })],
    [
      'PROTOCOL §3',
      'its prefix is in capitals',
      () => ({ text: (plain) => plain.replace('MLEG1', 'mleg1') }),
    ],
  ],
  'newer-format': [
    [
      'PROTOCOL §3',
      'its version is 1',
      () => ({ text: (plain) => plain.replace('MLEG1', 'MLEG2') }),
    ],
    ['PROTOCOL §3', 'its container’s version is 1', container((bytes) => bytes.with(0, 2))],
  ],
  damaged: [
    ['RFC 9285 §4', 'it is Base45', () => ({ text: (plain) => `${plain.slice(0, -1)}a` })],
    [
      'RFC 9285 §4',
      'no group overflows',
      () => ({ text: (plain) => plain.replace(/^(MLEG1:).../, '$1:::') }),
    ],
    [
      'RFC 9285 §4',
      'no group is of one character',
      () => ({ text: (plain) => `${plain}${'0'.repeat((4 - (body(plain).length % 3)) % 3)}` }),
    ],
    [
      'PROTOCOL §3',
      'it has at most 1,853 characters',
      () => ({ ...disclosing(claim('note', encodeBase64url(randomBytes(600))))(), packed }),
    ],
    ['PROTOCOL §3', 'its container’s version is not 0', container((bytes) => bytes.with(0, 0))],
    [
      'PROTOCOL §3',
      'its length takes no more bytes than it needs',
      container((bytes) =>
        concatBytes(bytes.slice(0, 2), Uint8Array.of((bytes[2] ?? 0) | 0x80, 0), bytes.slice(3)),
      ),
    ],
    ['PROTOCOL §3', 'it is whole', container((bytes) => bytes.slice(0, -1))],
    [
      'PROTOCOL §3',
      'nothing lies behind its end',
      container((bytes) => concatBytes(bytes, Uint8Array.of(0))),
    ],
    ['PROTOCOL §3', 'its stream is deflate', stream((deflated) => deflated.with(0, 0x07))],
    ['PROTOCOL §3', 'its stream is complete', stream((deflated) => deflated.slice(0, -1))],
    [
      'PROTOCOL §3',
      'nothing lies behind its stream',
      stream((deflated) => concatBytes(deflated, Uint8Array.of(0))),
    ],
    [
      'PROTOCOL §3',
      'it inflates to at most 8 KiB',
      () => ({ ...disclosing(claim('note', ' '.repeat(8000)))(), packed }),
    ],
  ],
};

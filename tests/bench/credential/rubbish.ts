/**
 * Codes that must be refused, and quickly: what else people hold up, and what somebody makes to keep a
 * device busy. Each kind gets as far into the unpacking as it can.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { concatBytes } from '../../../src/base/bytes.ts';
import { longestText, textPrefix } from '../../../src/credential/container.ts';
import { dictionary, dictionaryVersion } from '../../../src/credential/dictionary.ts';
import { signatureLength, token } from '../../../src/credential/skeleton.ts';
import type { Dice } from '../../../src/issuer/specimens.ts';

/** By what is wrong with them; as many of each kind as there are codes. */
export type Rubbish = Readonly<Record<RubbishKind, readonly string[]>>;
export type RubbishKind =
  | 'another code'
  | 'random bytes'
  | 'deflate bomb'
  | 'cut short'
  | 'not in its one form';

/** Bytes that fit the longest text: two for three characters. */
const longestContainer = Math.floor((longestText - textPrefix.length) / 3) * 2;
const bombBytes = 1_000_000;

/** Makes all kinds of it from good codes. */
export function makeRubbish(codes: readonly string[], dice: Dice): Rubbish {
  const bomb = textOf(deflateRawSync(new Uint8Array(bombBytes), { level: 9 }), new Uint8Array());
  return {
    'another code': codes.map((_, index) => `https://www.example.org/tickets/${index}`),
    'random bytes': codes.map(() => drawBytes(dice)),
    'deflate bomb': codes.map(() => bomb),
    'cut short': codes.map((code) => {
      const { stream, raw } = takeApart(code);
      return textOf(stream, raw.subarray(0, -1));
    }),
    'not in its one form': codes.map(writeSignatureOtherwise),
  };
}

function drawBytes(dice: Dice): string {
  const bytes = Uint8Array.from({ length: longestContainer }, () => dice(256));
  bytes[0] = dictionaryVersion;
  return textPrefix + encodeBase45(bytes);
}

/** Says of the last segment how many bytes it has, where its own token says so: read, and then refused. */
function writeSignatureOtherwise(code: string): string {
  const { stream, raw } = takeApart(code);
  const text = inflateRawSync(stream, { dictionary });
  if (text.at(-1) !== token.signatureSegment) throw new Error('no signature at the end');
  const longer = Buffer.concat([
    text.subarray(0, -1),
    Buffer.of(token.rawSegment, signatureLength),
  ]);
  return textOf(deflateRawSync(longer, { level: 9, dictionary }), raw);
}

interface Container {
  readonly stream: Uint8Array;
  readonly raw: Uint8Array;
}

function takeApart(code: string): Container {
  const container = decodeBase45(code.slice(textPrefix.length));
  const [, low = 0, high = 0] = container;
  const start = low < 0x80 ? 2 : 3;
  const end = start + (low < 0x80 ? low : (low & 0x7f) | (high << 7));
  return { stream: container.subarray(start, end), raw: container.subarray(end) };
}

function textOf(stream: Uint8Array, raw: Uint8Array): string {
  const { length } = stream;
  const lengthBytes = length < 0x80 ? [length] : [(length & 0x7f) | 0x80, length >> 7];
  // The coder reads a view's whole buffer, so that it must be given one of its own.
  const head = Uint8Array.of(dictionaryVersion, ...lengthBytes);
  return textPrefix + encodeBase45(concatBytes(head, stream, raw));
}

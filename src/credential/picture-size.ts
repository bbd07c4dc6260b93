/**
 * The dimensions that a coded picture claims, read from its header alone: a card's picture is 60×80,
 * and a decoder must not be handed anything else (PROTOCOL §1, §6). AVIF: the `ispe` properties (ISO/IEC
 * 23008-12 §6.5.3). WebP: RFC 9649 §2.5 to §2.7.
 */
import { toBinary } from '../base/bytes.ts';

export const pictureWidth = 60;
export const pictureHeight = 80;

/** Whether the bytes are a picture of that type, every image in it 60×80. */
export function hasCardSize(type: 'image/avif' | 'image/webp', bytes: Uint8Array): boolean {
  const sizes = type === 'image/avif' ? avifSizes(bytes) : webpSizes(bytes);
  return (
    sizes.length > 0 &&
    sizes.every(([width, height]) => width === pictureWidth && height === pictureHeight)
  );
}

type Size = readonly [number, number];

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));

function avifSizes(bytes: Uint8Array): readonly Size[] {
  if (textAt(bytes, 4, 8) !== 'ftypavif') return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes: Size[] = [];
  const binary = toBinary(bytes);
  for (let at = binary.indexOf('ispe', 12); at >= 0; at = binary.indexOf('ispe', at + 1))
    if (at + 16 <= bytes.length) sizes.push([view.getUint32(at + 8), view.getUint32(at + 12)]);
  return sizes;
}

function webpSizes(bytes: Uint8Array): readonly Size[] {
  if (bytes.length < 30 || textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP')
    return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = textAt(bytes, 12, 4);
  if (kind === 'VP8 ')
    return [[view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]];
  if (kind !== 'VP8L') return [];
  const packed = view.getUint32(21, true);
  return [[(packed & 0x3fff) + 1, ((packed >> 14) & 0x3fff) + 1]];
}

/**
 * The same presentation packed as others would do it, for comparison: deflated as it is and written in
 * Base45, like the EU's certificates, and two digits for each character, like SMART Health Cards.
 */
import { deflateRawSync } from 'node:zlib';
import { textPrefix } from '../../../src/credential/container.ts';
import { type QrSegment, qrVersion } from './qr-version.ts';

/** What a packing needs: characters of QR text, and the version that holds them. */
export interface PackedSize {
  readonly characters: number;
  /** null where no QR code holds it. */
  readonly version: number | null;
}

/** A QR text of Base45's alphabet, with its prefix. */
export const sizeOfAlphanumeric = (length: number): PackedSize =>
  sizeOf([{ mode: 'alphanumeric', length }]);

/** Plain deflate and Base45: three characters for two bytes, two for one left over. */
export function sizeOfPlainDeflate(sdJwt: string): PackedSize {
  const bytes = deflateRawSync(sdJwt, { level: 9 }).length;
  const base45 = Math.floor(bytes / 2) * 3 + (bytes % 2) * 2;
  return sizeOfAlphanumeric(textPrefix.length + base45);
}

/** `shc:/` and two digits for each character of the plain text. */
export const sizeOfHealthCard = (sdJwt: string): PackedSize =>
  sizeOf([
    { mode: 'byte', length: 'shc:/'.length },
    { mode: 'numeric', length: sdJwt.length * 2 },
  ]);

const sizeOf = (segments: readonly QrSegment[]): PackedSize => ({
  characters: segments.reduce((sum, { length }) => sum + length, 0),
  version: qrVersion(segments),
});

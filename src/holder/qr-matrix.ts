/**
 * From QR text to modules, and from modules to whole device pixels. Level L and alphanumeric mode
 * (PROTOCOL §3): the largest modules that the text allows, since every module here is a pixel more
 * for the camera. The text has its own signatures, which find any misreading.
 */
import { encode } from 'uqr';

/** Light modules that a QR needs around it (ISO/IEC 18004 §6.3.8). */
export const quietZone = 4;

/** A QR with its quiet zone: rows of modules, true for dark. */
export interface QrMatrix {
  readonly version: number;
  readonly rows: readonly (readonly boolean[])[];
}

/** Draws up the QR of an alphanumeric text; uqr picks the mode by the text's characters. */
export function drawUpQr(text: string): QrMatrix {
  const { version, data } = encode(text, { ecc: 'L', boostEcc: false, border: quietZone });
  return { version, rows: data };
}

/** Where a QR goes in a square of device pixels: module size and margin, both whole. */
export interface QrPlacement {
  readonly module: number;
  readonly margin: number;
}

/** The largest whole module size that fits, centred. */
export function placeQr(modules: number, pixels: number): QrPlacement {
  const module = Math.max(1, Math.floor(pixels / modules));
  return { module, margin: Math.max(0, Math.floor((pixels - module * modules) / 2)) };
}

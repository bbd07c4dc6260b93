/**
 * What an engine is: something that finds QR codes in a grey picture. Engines know nothing of
 * cameras, workers or cards, so that the page and the command line use the same ones.
 */
import type { EngineName } from '../messages.ts';

/** Reads QR codes. */
export interface QrEngine {
  readonly name: EngineName;
  /**
   * The texts of the QR codes in a picture; empty where there is none. `luma` holds one byte a
   * pixel (0 is black), row by row without gaps. Throws only when the engine is broken.
   */
  read(luma: Uint8Array, width: number, height: number): Promise<readonly string[]>;
}

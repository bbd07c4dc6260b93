/**
 * What an engine is: something that finds QR codes in a grey picture. Engines know nothing of
 * cameras, workers or cards, so that the page and the command line use the same ones.
 */
import type { Luma } from '../luma.ts';
import type { EngineName, FoundCode } from '../messages.ts';

/** How an engine looks at a picture. */
export interface Look {
  /** Also light on dark. */
  readonly inverted: boolean;
  /** One threshold for the whole picture instead of one for each part. */
  readonly oneThreshold: boolean;
}

/** Dark on light, each part by its own threshold: how a card is shown. */
export const lookPlainly: Look = { inverted: false, oneThreshold: false };

/** Reads QR codes. */
export interface QrEngine {
  readonly name: EngineName;
  /**
   * The QR codes in a picture, those that are located and not read included where the engine can
   * tell; empty where there is none. Throws only when the engine is broken.
   */
  find(luma: Luma, look: Look): readonly FoundCode[];
  /**
   * The text of a code whose modules are known: `modules` has `side` × `side` bytes, 0 is dark, 255
   * light, without a quiet zone. Null where they make no text.
   */
  decode(modules: Uint8Array, side: number): string | null;
}

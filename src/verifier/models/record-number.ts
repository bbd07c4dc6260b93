/**
 * The number of one check: what an inspector writes on a paper summons. Says nothing of the card.
 */
import { writeCrockford } from '../../base/crockford.ts';

/** Eight random characters, 40 bits. */
export const makeRecordNumber = (): string =>
  writeCrockford(crypto.getRandomValues(new Uint8Array(8)));

/** As it is written down and read out: "K7QF-2M9X". */
export const writeRecordNumber = (number: string): string =>
  `${number.slice(0, 4)}-${number.slice(4)}`;

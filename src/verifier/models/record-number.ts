/**
 * The number of one check: what an inspector writes on a paper summons. Says nothing of the card.
 */

/** Crockford's Base32: no letter that is read as another one. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight random characters, 40 bits. */
export const makeRecordNumber = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => symbols[byte % 32]).join('');

/** As it is written down and read out: "K7QF-2M9X". */
export const writeRecordNumber = (number: string): string =>
  `${number.slice(0, 4)}-${number.slice(4)}`;

/**
 * Crockford's Base32: codes that people write down and read out. Reading takes small letters, hyphens and
 * spaces, and the letters that look like digits.
 */

const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One character for the lowest five bits of each byte. */
export const writeCrockford = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => symbols[byte % 32]).join('');

/** The characters as they were written; null where one of them is none. */
export function readCrockford(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0');
  return [...plain].every((character) => symbols.includes(character)) ? plain : null;
}

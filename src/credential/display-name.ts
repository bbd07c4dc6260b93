/**
 * Names are hostile input (PROTOCOL §4): issuers refuse characters that hide or reorder text, the
 * verifier strips them and says so. A name is never a ground for rejection.
 */

/** Controls, format characters (bidi, zero-width) and others that are not drawn, lone surrogates, private use, line separators, letters without a shape. */
const tricks = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{DI}\p{Zl}\p{Zp}\u2800]/gu;
const longestName = 60;
const mostMarks = /(\p{M}{2})\p{M}+/gu;

/** Whether an issuer may sign this name: nothing would have to go. */
export const isPlainName = (name: string): boolean =>
  name !== '' && displayName(name).name === name;

/** A signed name fit for a screen, and whether anything had to go. */
export function displayName(signed: string): { readonly name: string; readonly stripped: boolean } {
  const clean = signed.replace(tricks, '').replace(mostMarks, '$1').replace(/\s+/gu, ' ').trim();
  const name = clean.length > longestName ? `${cut(clean)}…` : clean;
  return { name, stripped: name !== signed };
}

/** The beginning that fits, without half a character at its end. */
const cut = (name: string): string =>
  name
    .slice(0, longestName - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();

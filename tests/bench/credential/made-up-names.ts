/**
 * Names of nobody, written as Polish names are: several given names with spaces, a family name of
 * several parts with hyphens. Family names say that they are specimens wherever there is room for it. Any
 * length can be asked for, since a bench must know the longest that an issuer signs.
 */
import type { Dice } from '../../../src/issuer/specimens.ts';

export interface MadeUpName {
  readonly givenName: string;
  readonly familyName: string;
}

/** Characters of each part that an issuer signs: display-name.ts refuses more, and the bench with it. */
export const longestPart = 60;

/** Every length from one to ten characters is there, so that any longer one can be put together. */
const given =
  'Ż Óś Iga Ewa Jan Ida Anna Jaga Łucja Jakub Zofia Piotr Hanna Żaneta Michał Łukasz Andrzej Jędrzej ' +
  'Wojciech Grzegorz Zdzisława Bronisław Małgorzata Wawrzyniec Świętosława Włodzimierz';
const family =
  'Ś Żó Nic Okaz Wzór Nikt Próba Próbna Okazowa Wzorzec Specimen Przykład Wzorcowa Wzorcówna ' +
  'Okazowska Okazińska Bezimienna Zmyślonowa Okazowiczów Wzorzyńska Przykładowska Zmyślonkiewicz';

const words = { given: given.split(' '), family: family.split(' ') };

/** A name as most people bear it: one given name or two, one family name or two. */
export function drawUsualName(dice: Dice): MadeUpName {
  const usual = (list: readonly string[], from: number): string => {
    const long = list.filter((word) => word.length >= from);
    return long[dice(long.length)] as string;
  };
  const second = dice(6) === 0 ? ` ${usual(words.given, 4)}` : '';
  const double = dice(6) === 0 ? `-${usual(words.family, 4)}` : '';
  return {
    givenName: usual(words.given, 3) + second,
    familyName: usual(words.family, 4) + double,
  };
}

/** A name of so many characters, given and family name together. */
export function drawNameOfLength(length: number, dice: Dice): MadeUpName {
  const least = Math.max(1, length - longestPart);
  const most = Math.min(longestPart, length - 1);
  const givenLength = least + dice(most - least + 1);
  return {
    givenName: joinWords(words.given, ' ', givenLength, dice),
    familyName: joinWords(words.family, '-', length - givenLength, dice),
  };
}

/** Joins words to an exact length, none of them twice while others fit: repeats would deflate to nothing. */
function joinWords(
  list: readonly string[],
  separator: string,
  length: number,
  dice: Dice,
  used: readonly string[] = [],
): string {
  // What is left after a word and its separator must be a length that a word has: one at least.
  const fitting = list.filter((word) => word.length === length || word.length <= length - 2);
  const unused = fitting.filter((word) => !used.includes(word));
  const long = unused.filter((word) => word.length > 3 || word.length === length);
  const choices = [long, unused, fitting].find((words) => words.length > 0) ?? [];
  const word = choices[dice(choices.length)] as string;
  if (word.length === length) return word;
  const left = length - word.length - 1;
  return word + separator + joinWords(list, separator, left, dice, [...used, word]);
}

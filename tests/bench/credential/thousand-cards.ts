/**
 * The thousand presentations whose codes are sized: most names as people bear them, and each length
 * from the shortest to the longest that an issuer signs at least once. Issuers' names, lists and schools
 * are of several lengths, too, since all of that is in a code.
 */
import type { Picture } from '../../../src/credential/card-claims.ts';
import { generateKey } from '../../../src/issuer/keys.ts';
import { type Dice, seededDice } from '../../../src/issuer/specimens.ts';
import { mostEntries } from '../../../src/trust/status-list.ts';
import { issueMadeUpCard, type MadeUpIssuer, presentMadeUpCard } from './made-up-cards.ts';
import { drawNameOfLength, drawUsualName, longestPart } from './made-up-names.ts';
import { codePortraits, padToMaximum } from './made-up-portraits.ts';

export const cardCount = 1000;

/** What a presentation shows for a portrait. */
export type Portrayal =
  | 'without portrait'
  | 'portrait hidden'
  | 'with portrait'
  | 'largest portrait';

const seed = 9901;
const shortestName = 2;
const longestName = 2 * longestPart;

const hosts = [
  'sgo',
  'akademia-okazowa',
  'politechnika-wzorcowa',
  'uniwersytet-przykladowy',
  'wyzsza-szkola-okazow-i-wzorow',
] as const;

/** Makes the presentations of all cards; the same seed for each portrayal gives the same people. */
export async function presentThousandCards(portrayal: Portrayal): Promise<readonly string[]> {
  const dice = seededDice(seed);
  const key = await generateKey();
  const portraits = await codePortraits();
  const shown: string[] = [];
  for (let index = 0; index < cardCount; index++) {
    const length = shortestName + index;
    const name = length <= longestName ? drawNameOfLength(length, dice) : drawUsualName(dice);
    const portrait = portraits[index % portraits.length] as Picture;
    const picture = choosePicture(portrayal, portrait, dice);
    const card = await issueMadeUpCard({ ...drawIssuer(dice), key }, name, picture, dice);
    const hidden = portrayal === 'portrait hidden' ? ['picture'] : [];
    shown.push(await presentMadeUpCard(card, dice, hidden));
  }
  return shown;
}

function choosePicture(portrayal: Portrayal, portrait: Picture, dice: Dice): Picture | null {
  if (portrayal === 'without portrait') return null;
  return portrayal === 'largest portrait' ? padToMaximum(portrait, dice) : portrait;
}

function drawIssuer(dice: Dice): Omit<MadeUpIssuer, 'key'> {
  const iss = `https://legitymacje.${hosts[dice(hosts.length)]}.example`;
  return {
    iss,
    kid: `okaz-${2024 + dice(3)}-${1 + dice(20)}`,
    statusUri: `${iss}/status/${1 + dice(40)}`,
    statusFrom: 0,
    statusEntries: mostEntries,
    schoolId: `OKAZ-${1 + dice(9999)}`,
    vct: dice(4) === 0 ? 'urn:mlegitymacja:pupil:1' : 'urn:mlegitymacja:student:1',
  };
}

/**
 * Cards of nobody for the credential's bench: dates, numbers, indices and salts fall from a seed, keys
 * are random and cost the same whatever they are. Who issues and what a name is like is the caller's.
 */

import type { PrivateJwk } from '../../../src/base/jws.ts';
import type { Picture } from '../../../src/credential/card-claims.ts';
import { type CardData, type IssuerKey, issue } from '../../../src/credential/issue.ts';
import { present } from '../../../src/credential/present.ts';
import type { CardType } from '../../../src/credential/vocabulary.ts';
import { defaultDisclosures } from '../../../src/credential/vocabulary.ts';
import { generateKey, publicHalf } from '../../../src/issuer/keys.ts';
import {
  type Dice,
  drawBirthdate,
  planValidity,
  specimenPlans,
} from '../../../src/issuer/specimens.ts';
import { expectValue } from '../expect-value.ts';
import type { MadeUpName } from './made-up-names.ts';

/** When made-up cards are shown, seconds since 1970. */
export const shownAt = Date.parse('2026-11-23T12:01:00Z') / 1000;

/** Who issues, for one school. */
export interface MadeUpIssuer extends IssuerKey {
  readonly iss: string;
  readonly statusUri: string;
  /** The first index of the status list that is free, and how many there are in all. */
  readonly statusFrom: number;
  readonly statusEntries: number;
  readonly schoolId: string;
  readonly vct: CardType;
}

/** A card and the key of its phone. */
export interface MadeUpCard {
  readonly credential: string;
  readonly holderKey: PrivateJwk;
}

const day = 86_400;
const plainPlan = specimenPlans[0] as (typeof specimenPlans)[number];

const drawBytes =
  (dice: Dice) =>
  (length: number): Uint8Array =>
    Uint8Array.from({ length }, () => dice(256));

/** Issues a card that is valid when it is shown. */
export async function issueMadeUpCard(
  issuer: MadeUpIssuer,
  name: MadeUpName,
  picture: Picture | null,
  dice: Dice,
): Promise<MadeUpCard> {
  const holderKey = await generateKey();
  const { statusFrom, statusEntries } = issuer;
  const isPupil = issuer.vct === 'urn:mlegitymacja:pupil:1';
  const madeAt = shownAt - day - dice(40 * day);
  const card: CardData = {
    iss: issuer.iss,
    iat: madeAt,
    ...planValidity({ ...plainPlan, issuer: isPupil ? 'pupils' : 'university' }, madeAt),
    vct: issuer.vct,
    holderKey: publicHalf(holderKey),
    status: { idx: statusFrom + dice(statusEntries - statusFrom), uri: issuer.statusUri },
    schoolId: issuer.schoolId,
    ...name,
    birthdate: drawBirthdate(isPupil ? 7 + dice(12) : 19 + dice(7), shownAt, dice),
    documentNumber: `OKAZ-${String(dice(1_000_000)).padStart(6, '0')}`,
    picture,
  };
  const credential = expectValue(await issue(card, issuer, drawBytes(dice)), 'issue');
  return { credential, holderKey };
}

/** The SD-JWT+KB that a phone shows: what a card discloses unless told otherwise, but for `hidden`. */
export const presentMadeUpCard = (
  card: MadeUpCard,
  dice: Dice,
  hidden: readonly string[] = [],
): Promise<string> =>
  present({
    ...card,
    disclose: defaultDisclosures.filter((name) => !hidden.includes(name)),
    iat: shownAt,
    nonce: drawBytes(dice)(16),
  });

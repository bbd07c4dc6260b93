/**
 * For whom a discount is granted, in one sentence, and somebody made up for an example: it follows the
 * form while somebody types.
 */
import { warsawDay } from '../../credential/calendar.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { Texts } from '../i18n/texts.ts';
import { type AgeExample, exampleOf } from '../models/age-example.ts';
import { endOf, type PolicyDraft, readAges } from '../models/own-policy.ts';

/** The sentence and its example; while the ages do not fit, nothing is said of them. */
export function PolicyAudience({ draft }: { readonly draft: PolicyDraft }) {
  const texts = currentTexts();
  const { ownPolicy: said } = texts;
  const ages = readAges(draft);
  const example = ages && exampleOf(ages, warsawDay(Date.now()));
  const limits = ages && [
    ...(ages.minimumAge === null ? [] : [said.fromAge(ages.minimumAge)]),
    ...(ages.maximumAge === null ? [] : [said.untilBirthday(endOf(ages.maximumAge))]),
  ];
  const words = [
    said.documentChoices[draft.documents],
    ...(limits?.length === 0 ? [said.anyAge] : (limits ?? [])),
  ];
  return (
    <section class="note" aria-live="polite" data-audience>
      <h2 class="subtitle">{said.forWhom}</h2>
      <p>{`${words.join(', ')}.`}</p>
      {example && <p>{describe(example, texts)}</p>}
    </section>
  );
}

function describe({ born, from, through }: AgeExample, { ownPolicy, formats }: Texts): string {
  const bornOn = formats.day(born);
  if (from === null) return ownPolicy.exampleThrough(bornOn, formats.day(through ?? born));
  if (through === null) return ownPolicy.exampleFrom(bornOn, formats.day(from));
  return ownPolicy.exampleBetween(bornOn, formats.day(from), formats.day(through));
}

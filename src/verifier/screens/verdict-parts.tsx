/**
 * The smaller parts of a verdict: the person's facts, each of several discounts, the line for support,
 * and what a supervisor may see beside it.
 */
import { useState } from 'preact/hooks';
import type { Verdict } from '../../verdict/verdict.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { PersonFacts, PolicyRow, VerdictCopy } from '../models/verdict-copy.ts';

interface FactsProps {
  readonly facts: PersonFacts;
  /** Somebody asked for the name in full. */
  onNamed(): void;
}

/** Age, university, name and term; the name is short until it is tapped. */
export function Facts({ facts, onNamed }: FactsProps) {
  const { verdict } = currentTexts();
  const [isFull, setFull] = useState(false);
  return (
    <div class="facts">
      <p class="facts-age">{facts.age}</p>
      {facts.school !== null && <p class="facts-school">{facts.school}</p>}
      {facts.fullName === null ? (
        <p>{facts.name}</p>
      ) : (
        <button
          class="quiet-button facts-name"
          type="button"
          aria-pressed={isFull}
          onClick={() => {
            setFull(!isFull);
            onNamed();
          }}
        >
          {isFull ? facts.fullName : facts.name}
          {!isFull && <span class="visually-hidden">, {verdict.nameInFull}</span>}
        </button>
      )}
      {facts.term !== null && <p>{facts.term}</p>}
    </div>
  );
}

const marks: Readonly<Record<PolicyRow['standing'], string>> = {
  granted: '✓',
  denied: '–',
  undecided: '?',
};

/** What each of several discounts came to; nothing where one alone was judged. */
export function PolicyRows({ rows }: { readonly rows: readonly PolicyRow[] }) {
  const { verdict } = currentTexts();
  if (rows.length === 0) return null;
  return (
    <ul class="policy-rows" aria-label={verdict.policies}>
      {rows.map(({ id, name, standing }) => (
        <li key={id} data-standing={standing}>
          <span class="policy-mark" aria-hidden="true">
            {marks[standing]}
          </span>
          <span>
            {name}
            <span class="visually-hidden">: {verdict.standings[standing]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface SmallLineProps {
  readonly copy: VerdictCopy;
  openRecord(): void;
}

/** Code, age of lists and the record's number, which leads to the record. */
export function SmallLine({ copy, openRecord }: SmallLineProps) {
  if (copy.record === null) return <p class="small">{copy.small}</p>;
  return (
    <button class="quiet-button small" type="button" onClick={openRecord}>
      {copy.small} · <span class="quiet-link">{copy.record}</span>
    </button>
  );
}

interface TechnicalDetailsProps {
  readonly verdict: Verdict;
  onOpened(): void;
}

/** What decided, for whoever answers for the device: codes and numbers, nothing of the person. */
export function TechnicalDetails({ verdict, onOpened }: TechnicalDetailsProps) {
  const texts = currentTexts().verdict;
  const { reasons, school, generation, listsAsOf } = verdict;
  const rows = [
    [texts.allReasons, reasons.join(', ')],
    [texts.schoolId, school?.id],
    [texts.generation, generation],
    [texts.listsAsOf, listsAsOf],
  ] as const;
  return (
    <details class="verdict-details" onToggle={onOpened}>
      <summary class="small">{texts.details}</summary>
      <dl class="small">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/**
 * The fields of a discount of the venue's own. Whether an age limit counts itself is asked only where
 * there is one, with both answers in words.
 */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { longestGives, longestName } from '../../trust/device-settings.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import {
  type DocumentChoice,
  type DraftProblem,
  type PolicyDraft,
  readAge,
} from '../models/own-policy.ts';

interface FieldsProps {
  readonly draft: PolicyDraft;
  readonly problems: readonly DraftProblem[];
  /** How often saving was refused: each time the first field to mend takes the focus. */
  readonly refusals: number;
  change(changed: Partial<PolicyDraft>): void;
}

const documentChoices: readonly DocumentChoice[] = ['student', 'pupil', 'any'];

/** All fields, in the order in which one thinks of them. */
export function OwnPolicyFields(props: FieldsProps) {
  const { draft, problems, refusals, change } = props;
  const { ownPolicy: said } = currentTexts();
  const fields = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (refusals > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  const problemOf = (...named: readonly DraftProblem[]): string | null => {
    const problem = named.find((name) => problems.includes(name));
    return problem ? said.problems[problem] : null;
  };
  const years = readAge(draft.maximumAge);
  return (
    <div class="draft" ref={fields}>
      <Field
        name="name"
        label={said.name}
        hint={said.nameHint}
        value={draft.name}
        problem={problemOf('name-missing', 'name-taken')}
        take={(name) => change({ name })}
        maxLength={longestName}
      />
      <Field
        name="gives"
        label={said.gives}
        hint={said.givesHint}
        value={draft.gives}
        problem={problemOf('gives-missing')}
        take={(gives) => change({ gives })}
        maxLength={longestGives}
      />
      <fieldset class="policy-group">
        <legend class="strong">{said.documents}</legend>
        {documentChoices.map((documents) => (
          <Choice
            key={documents}
            name="documents"
            label={said.documentChoices[documents]}
            checked={draft.documents === documents}
            choose={() => change({ documents })}
          />
        ))}
      </fieldset>
      <fieldset class="policy-group">
        <legend class="strong">{said.ages}</legend>
        <p>{said.ageHint}</p>
        <div class="fields">
          <Field
            name="minimumAge"
            label={said.minimumAge}
            value={draft.minimumAge}
            problem={problemOf('minimum-age-unfit')}
            take={(minimumAge) => change({ minimumAge })}
            maxLength={3}
            inputMode="numeric"
          />
          <Field
            name="maximumAge"
            label={said.maximumAge}
            value={draft.maximumAge}
            problem={problemOf('maximum-age-unfit', 'ages-crossed')}
            take={(maximumAge) => change({ maximumAge })}
            maxLength={3}
            inputMode="numeric"
          />
        </div>
      </fieldset>
      {typeof years === 'number' && (
        <fieldset class="policy-group">
          <legend class="strong">{said.isIncluded(years)}</legend>
          <Choice
            name="inclusive"
            label={said.notIncluded(years)}
            checked={!draft.inclusive}
            choose={() => change({ inclusive: false })}
          />
          <Choice
            name="inclusive"
            label={said.included(years)}
            checked={draft.inclusive}
            choose={() => change({ inclusive: true })}
          />
        </fieldset>
      )}
      <div class="policy-group">
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.portrait}
            aria-describedby="portrait-hint"
            onChange={({ currentTarget }) => change({ portrait: currentTarget.checked })}
          />
          <span class="strong">{said.portrait}</span>
        </label>
        <p id="portrait-hint">{said.portraitHint}</p>
      </div>
    </div>
  );
}

interface FieldProps extends Pick<JSX.IntrinsicElements['input'], 'maxLength' | 'inputMode'> {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly problem: string | null;
  take(typed: string): void;
}

function Field(props: FieldProps) {
  const { name, label, hint, value, problem, take, maxLength, inputMode } = props;
  const id = `own-${name}`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        type="text"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        maxLength={maxLength}
        inputMode={inputMode}
        autocomplete="off"
        onInput={({ currentTarget }) => take(currentTarget.value)}
      />
      {problem !== null && (
        <span class="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  choose(): void;
}

const Choice = ({ name, label, checked, choose }: ChoiceProps) => (
  <label class="choice">
    <input type="radio" name={name} checked={checked} onChange={choose} />
    <span>{label}</span>
  </label>
);

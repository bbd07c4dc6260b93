/**
 * Making a discount of the venue's own, or changing one: what is typed stays in the form until it fits
 * and is saved. The terms are told again in words below, with somebody made up for an example. A signed
 * discount opened here is a pattern for a new one.
 */
import { useState } from 'preact/hooks';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import {
  type DraftProblem,
  draftOf,
  emptyDraft,
  makeOwnId,
  makeOwnPolicy,
  type PolicyDraft,
  readDraft,
} from '../models/own-policy.ts';
import { Page } from '../ui/page.tsx';
import { OwnPolicyFields } from './own-policy-fields.tsx';
import { PolicyAudience } from './policy-audience.tsx';

type OwnPolicyScreenProps = AppProps & { readonly id: string | null };

/** The own-policy screen; `id` of the discount to change or to begin from. */
export function OwnPolicyScreen(props: OwnPolicyScreenProps) {
  const { id, policies, settings, actions } = props;
  const { language, ownPolicy: said } = currentTexts();
  const own = settings.value.ownPolicies;
  const before = own.find((policy) => policy.id === id) ?? null;
  const [draft, setDraft] = useState(() => firstDraft(props, language));
  const [problems, setProblems] = useState<readonly DraftProblem[]>([]);
  const [refusals, setRefusals] = useState(0);
  const others = [...policies.value, ...own].filter((policy) => policy.id !== before?.id);
  const read = readDraft(draft, others);
  const change = (changed: Partial<PolicyDraft>): void => {
    const next = { ...draft, ...changed };
    setDraft(next);
    const again = readDraft(next, others);
    // What was named wrong is let go of as soon as it is mended; new problems wait for the next saving.
    const left = again.ok ? [] : again.failure;
    setProblems(problems.filter((problem) => left.includes(problem)));
  };
  const leave = () => actions.open('policies');
  const save = (): void => {
    if (!read.ok) {
      setProblems(read.failure);
      setRefusals(refusals + 1);
      return;
    }
    const ownId = before?.id ?? makeOwnId(crypto.getRandomValues(new Uint8Array(6)));
    const made = makeOwnPolicy(read.value, ownId, before);
    actions.changeSettings({
      ownPolicies: before ? own.map((each) => (each === before ? made : each)) : [...own, made],
    });
    // The card in view is to be judged by what was changed.
    actions.choosePolicies(props.settings.value.policies);
    leave();
  };
  return (
    <Page
      name="own-policy"
      title={before ? said.editTitle : said.newTitle}
      back={leave}
      backLabel={said.back}
      attributes={{ 'data-problems': problems.join(' ') }}
      deeds={
        <button class="button button-main" type="button" onClick={save}>
          {said.save}
        </button>
      }
    >
      <OwnPolicyFields draft={draft} problems={problems} refusals={refusals} change={change} />
      <PolicyAudience draft={draft} />
      {before && <Removal {...props} removed={before.id} leave={leave} />}
    </Page>
  );
}

/** What stands in the form at first; a pattern's name is its own, and the new one gets another. */
function firstDraft(
  { id, policies, settings }: OwnPolicyScreenProps,
  language: 'pl' | 'en' | 'uk',
): PolicyDraft {
  const isThis = (policy: { readonly id: string }): boolean => policy.id === id;
  const own = settings.value.ownPolicies.find(isThis);
  if (own) return draftOf(own, language);
  const pattern = policies.value.find(isThis);
  return pattern ? { ...draftOf(pattern, language), name: '' } : emptyDraft;
}

type RemovalProps = AppProps & { readonly removed: string; leave(): void };

/** Takes the discount away, after a second tap. */
function Removal({ removed, settings, policies, chosenPolicies, actions, leave }: RemovalProps) {
  const { ownPolicy: said } = currentTexts();
  const [asks, setAsks] = useState(false);
  const remove = (): void => {
    const isOther = (policy: { readonly id: string }): boolean => policy.id !== removed;
    const left = chosenPolicies.value.filter(isOther);
    const usual = policies.value.filter((policy) => isOther(policy) && !policy.unreviewed);
    const chosen = left.length > 0 ? left : usual.slice(0, 1);
    if (chosen.length > 0) actions.choosePolicies(chosen.map(({ id }) => id));
    actions.changeSettings({ ownPolicies: settings.value.ownPolicies.filter(isOther) });
    leave();
  };
  if (!asks)
    return (
      <button class="button" type="button" onClick={() => setAsks(true)}>
        {said.remove}
      </button>
    );
  return (
    <div class="note" role="alert">
      <p class="strong">{said.removeAsk}</p>
      <div class="deeds-side">
        <button class="button" type="button" onClick={remove}>
          {said.removeYes}
        </button>
        <button class="button" type="button" onClick={() => setAsks(false)}>
          {said.removeNo}
        </button>
      </div>
    </div>
  );
}

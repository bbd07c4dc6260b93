/**
 * Choosing the discounts that checks are judged by: up to three, the first leads; what each gives and
 * what it rests on. What needs a look at the regulation in force is a group of its own, and so are the
 * venue's own discounts, which are made and changed on the next screen.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Policy } from '../../trust/policies.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { isFixed } from '../models/fixed-settings.ts';
import {
  type ChoiceRefusal,
  groupPolicies,
  putFirst,
  toggleChoice,
} from '../models/policy-order.ts';
import { Page } from '../ui/page.tsx';

/** Which tap changed nothing, and why: said beside it. */
interface Refusal {
  readonly id: string;
  readonly code: ChoiceRefusal;
}

/** The policies screen. */
export function PoliciesScreen(props: AppProps) {
  const { policies, chosenPolicies, settings, lock, actions } = props;
  const texts = currentTexts();
  const said = texts.policies;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const back = () => actions.open('scan');
  if (policies.value.length === 0)
    return (
      <Page
        name="policies"
        title={said.title}
        back={back}
        backLabel={texts.back}
        deeds={
          <button class="button button-main" type="button" onClick={() => actions.open('lists')}>
            {said.getLists}
          </button>
        }
      >
        <p>{said.empty}</p>
      </Page>
    );
  const fixed = isFixed(settings.value, 'policies', lock.state.value);
  const isOwnFixed = isFixed(settings.value, 'ownPolicies', lock.state.value);
  const ids = chosenPolicies.value.map(({ id }) => id);
  const groups = groupPolicies(policies.value, settings.value.ownPolicies);
  const toggle = (box: HTMLInputElement, id: string): void => {
    const chosen = toggleChoice(ids, id);
    setRefusal(chosen.ok ? null : { id, code: chosen.failure });
    if (chosen.ok) actions.choosePolicies(chosen.value);
    // The box has changed by itself: what is not chosen must not look so.
    else box.checked = ids.includes(id);
  };
  const offer = (policy: Policy, deed?: ComponentChildren) => (
    <PolicyRow
      key={policy.id}
      policy={policy}
      place={ids.indexOf(policy.id)}
      fixed={fixed}
      refusal={refusal?.id === policy.id ? refusal.code : null}
      toggle={toggle}
    >
      {deed}
    </PolicyRow>
  );
  return (
    <Page name="policies" title={said.title} back={back} backLabel={texts.back}>
      <p>{fixed ? said.fixed : said.lead}</p>
      {ids.length > 1 && <ChosenOrder {...props} fixed={fixed} />}
      <div class="policy-groups">
        <Group title={said.groups.reviewed}>
          {groups.reviewed.map((policy) =>
            // A venue's terms differ from place to place; the law does not.
            offer(
              policy,
              !policy.statutory && !isOwnFixed && (
                <Deed {...props} policy={policy} label={said.adapt} />
              ),
            ),
          )}
        </Group>
        <Group title={said.groups.own}>
          {groups.own.length === 0 && <p>{said.ownNone}</p>}
          {groups.own.map((policy) =>
            offer(policy, !isOwnFixed && <Deed {...props} policy={policy} label={said.edit} />),
          )}
          {!isOwnFixed && (
            <button class="button" type="button" onClick={() => actions.openOwnPolicy(null)}>
              {said.add}
            </button>
          )}
        </Group>
        {groups.unreviewed.length > 0 && (
          <Group title={said.groups.unreviewed}>
            <p>{said.unreviewedNote}</p>
            {groups.unreviewed.map((policy) => offer(policy))}
          </Group>
        )}
      </div>
    </Page>
  );
}

interface GroupProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

const Group = ({ title, children }: GroupProps) => (
  <section class="policy-group">
    <h2 class="subtitle">{title}</h2>
    {children}
  </section>
);

/** The chosen ones in their order, and the way to the first place. */
function ChosenOrder({ chosenPolicies, actions, fixed }: AppProps & { readonly fixed: boolean }) {
  const { language, policies: said } = currentTexts();
  const chosen = chosenPolicies.value;
  const ids = chosen.map(({ id }) => id);
  return (
    <section class="policy-group">
      <h2 class="subtitle">{said.chosen}</h2>
      <ol class="chosen-policies">
        {chosen.map(({ id, name }, place) => (
          <li key={id}>
            <span class="strong">{`${place + 1}. ${name[language]}`}</span>
            {place > 0 && !fixed && (
              <button
                class="button"
                type="button"
                aria-label={`${said.putFirst}: ${name[language]}`}
                onClick={() => actions.choosePolicies(putFirst(ids, id))}
              >
                {said.putFirst}
              </button>
            )}
          </li>
        ))}
      </ol>
      <p>{said.orderNote}</p>
    </section>
  );
}

interface PolicyRowProps {
  readonly policy: Policy;
  /** Among the chosen ones; -1 for none. */
  readonly place: number;
  readonly fixed: boolean;
  readonly refusal: ChoiceRefusal | null;
  readonly children?: ComponentChildren;
  toggle(box: HTMLInputElement, id: string): void;
}

function PolicyRow({ policy, place, fixed, refusal, children, toggle }: PolicyRowProps) {
  const { language, policies: said } = currentTexts();
  return (
    <div class="policy-row" data-policy={policy.id} data-place={place + 1}>
      <label class="option">
        <input
          type="checkbox"
          checked={place >= 0}
          disabled={fixed}
          onChange={({ currentTarget }) => toggle(currentTarget, policy.id)}
        />
        <span class="option-text">
          <span class="strong">{policy.name[language]}</span>
          <span>{policy.gives[language]}</span>
          {policy.basis === '' ? (
            <span class="small">{said.ownBasis}</span>
          ) : (
            // Acts are quoted as they were published.
            <span class="small" lang="pl">
              {policy.basis}
            </span>
          )}
          {policy.unreviewed && <span class="mark">{said.unreviewed}</span>}
        </span>
      </label>
      {children}
      <p class={refusal ? 'note strong' : undefined} role="alert" data-refusal={refusal ?? 'none'}>
        {refusal && said.refusals[refusal]}
      </p>
    </div>
  );
}

interface DeedProps extends Pick<AppProps, 'actions'> {
  readonly policy: Policy;
  readonly label: string;
}

const Deed = ({ policy, label, actions }: DeedProps) => (
  <button
    class="button"
    type="button"
    aria-label={`${label}: ${policy.name[currentTexts().language]}`}
    onClick={() => actions.openOwnPolicy(policy.id)}
  >
    {label}
  </button>
);

/**
 * Choosing the discount that checks are judged by: what it gives and the act it rests on. Policies
 * that need a look at the regulation in force are marked and come last.
 */
import type { Policy } from '../../trust/policies.ts';
import { currentTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';
import { orderPolicies } from '../models/policy-order.ts';
import { BackIcon } from '../ui/icons.tsx';

/** The policies screen. */
export function PoliciesScreen({ policies, chosenPolicies, actions }: AppProps) {
  const texts = currentTexts();
  const offered = orderPolicies(policies.value);
  return (
    <main class="screen page" data-screen="policies">
      <div class="page-sheet">
        <h1 class="title" id="policies-title">
          {texts.policies.title}
        </h1>
        <p>{offered.length === 0 ? texts.policies.empty : texts.policies.lead}</p>
        <div class="options" role="radiogroup" aria-labelledby="policies-title">
          {offered.map((policy) => (
            <PolicyOption
              key={policy.id}
              policy={policy}
              chosen={policy.id === chosenPolicies.value[0]?.id}
              choose={() => {
                actions.choosePolicies([policy.id]);
                actions.open('scan');
              }}
            />
          ))}
        </div>
      </div>
      <div class="page-actions">
        <button class="button button-main" type="button" onClick={() => actions.open('scan')}>
          <BackIcon />
          {texts.back}
        </button>
      </div>
    </main>
  );
}

interface PolicyOptionProps {
  readonly policy: Policy;
  readonly chosen: boolean;
  choose(): void;
}

function PolicyOption({ policy, chosen, choose }: PolicyOptionProps) {
  const { language, policies } = currentTexts();
  return (
    <label class="option">
      <input type="radio" name="policy" value={policy.id} checked={chosen} onChange={choose} />
      <span class="option-text">
        <span class="strong">{policy.name[language]}</span>
        <span>{policy.gives[language]}</span>
        <span class="small">{policy.basis}</span>
        {policy.unreviewed && <span class="mark">{policies.unreviewed}</span>}
      </span>
    </label>
  );
}

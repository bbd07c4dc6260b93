/**
 * The discounts that are one tap away, over the camera's picture: the one in use is marked, a tap on
 * another makes it the only one, and the last chip judges all of them together.
 */
import { firstTexts } from '../i18n/current-texts.ts';
import type { AppProps } from '../models/app-state.ts';

/** Nothing where there is nothing to change to. */
export function PolicyChips({ policyBar, chosenPolicies, actions }: AppProps) {
  const { language, scan } = firstTexts();
  const { places, isTogether } = policyBar.value;
  const [leading] = chosenPolicies.value;
  if (places.length === 0) return null;
  return (
    <nav class="policy-chips" aria-label={scan.policyBar}>
      {places.map(({ id, name }) => (
        <PolicyChip
          key={id}
          label={name[language]}
          isPressed={!isTogether && id === leading?.id}
          press={() => actions.choosePolicies([id])}
        />
      ))}
      <PolicyChip
        label={scan.together}
        isPressed={isTogether}
        press={() => actions.choosePolicies(places.map(({ id }) => id))}
      />
    </nav>
  );
}

interface PolicyChipProps {
  readonly label: string;
  readonly isPressed: boolean;
  press(): void;
}

const PolicyChip = ({ label, isPressed, press }: PolicyChipProps) => (
  <button class="policy-chip" type="button" aria-pressed={isPressed} onClick={press}>
    {label}
  </button>
);

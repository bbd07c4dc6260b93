/**
 * Says that a new version waits, and lets it in: between checks, never over a verdict.
 */
import type { ReadonlySignal } from '@preact/signals';
import { firstTexts } from '../i18n/current-texts.ts';

interface UpdateBarProps {
  readonly updateReady: ReadonlySignal<boolean>;
  applyUpdate(): void;
}

/** Nothing while there is no new version. */
export function UpdateBar({ updateReady, applyUpdate }: UpdateBarProps) {
  const { scan } = firstTexts();
  if (!updateReady.value) return null;
  return (
    <div class="update-bar">
      <p class="strong">{scan.updateReady}</p>
      <button class="button" type="button" onClick={applyUpdate}>
        {scan.update}
      </button>
    </div>
  );
}

/**
 * The one line under the picture: where to aim, or, while a code is in view and does not read, what
 * would help. Only the help is announced: where to aim never changes.
 */
import type { Hint } from '../../scan/hints.ts';
import { firstTexts } from '../i18n/current-texts.ts';

interface ScanHintProps {
  readonly hint: Hint | null;
  readonly isTorchOn: boolean;
}

/** The line. */
export function ScanHint({ hint, isTorchOn }: ScanHintProps) {
  const { scan } = firstTexts();
  return (
    <div class="aim-line" data-hinting={hint !== null}>
      <p class="scan-hint" role="status">
        {hint === 'glare' && isTorchOn ? scan.torchGlare : hint && scan.hints[hint]}
      </p>
      {hint === null && <p class="aim-hint">{scan.aim}</p>}
    </div>
  );
}

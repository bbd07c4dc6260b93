/**
 * How the last fetch of lists went, in words: running, done, or a named failure with its next step
 * and its code. The lists themselves are described elsewhere.
 */

import { currentTexts } from '../i18n/current-texts.ts';
import type { ListsFailure } from '../models/app-state.ts';

interface SyncFailureNoteProps {
  readonly failure: ListsFailure;
  /** Whether older lists are still there. */
  readonly kept: boolean;
}

/** A failed fetch, explained. */
export function SyncFailureNote({ failure, kept }: SyncFailureNoteProps) {
  const { syncFailures, lists, scan } = currentTexts();
  const { sentence, nextStep } = syncFailures[failure];
  return (
    <div class="note" role="status">
      <p class="strong">{sentence}</p>
      <p>{kept ? `${nextStep} ${lists.kept}` : nextStep}</p>
      <p class="small">{scan.cameraCode(failure)}</p>
    </div>
  );
}

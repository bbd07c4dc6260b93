/**
 * Why lists could not be had, in words: a named failure with its next step and its code. The lists
 * themselves are described elsewhere.
 */

import { currentTexts } from '../i18n/current-texts.ts';
import type { ListsFailure } from '../models/app-state.ts';

interface SyncFailureNoteProps {
  readonly failure: ListsFailure;
  /** Whether older lists are still there and decide. */
  readonly kept: boolean;
  /** When the device tries again by itself, in words. */
  readonly rest?: string;
}

/** A failed fetch, explained. */
export function SyncFailureNote({ failure, kept, rest }: SyncFailureNoteProps) {
  const { syncFailures, lists, scan } = currentTexts();
  const { sentence, nextStep } = syncFailures[failure];
  return (
    <div class="note" role="status">
      <p class="strong">{sentence}</p>
      <p>{kept ? `${nextStep} ${lists.kept}` : nextStep}</p>
      {rest && <p>{rest}</p>}
      <p class="small">{scan.cameraCode(failure)}</p>
    </div>
  );
}

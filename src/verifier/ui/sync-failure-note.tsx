/**
 * Why lists could not be had, in words: a named failure with its next step and its code. The lists
 * themselves are described elsewhere.
 */

import { firstTexts } from '../i18n/current-texts.ts';
import type { ListsFailure, ListsSource } from '../models/app-state.ts';

interface SyncFailureNoteProps {
  readonly failure: ListsFailure;
  readonly source: ListsSource;
  /** Whether older lists are still there and decide. */
  readonly kept: boolean;
  /** When the device tries again by itself, in words. */
  readonly rest?: string;
}

/** A failed fetch, explained. */
export function SyncFailureNote({ failure, source, kept, rest }: SyncFailureNoteProps) {
  const { syncFailures, lists, scan } = firstTexts();
  const { sentence, nextStep: ofNetwork } = syncFailures[failure];
  const isOfFile = source === 'file' && failure.startsWith('feed-');
  const nextStep = isOfFile ? lists.askForFile : ofNetwork;
  return (
    <div class="note" role="status">
      <p class="strong">{sentence}</p>
      <p>{kept ? `${nextStep} ${lists.kept}` : nextStep}</p>
      {rest && <p>{rest}</p>}
      <p class="small">{scan.cameraCode(failure)}</p>
    </div>
  );
}

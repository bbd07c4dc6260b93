/**
 * Copies a text for somebody else: into the clipboard, or, where the browser keeps that closed, from a
 * field that is there to copy from by hand.
 */
import { useState } from 'preact/hooks';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly copied: string;
  /** Over the field to copy from. */
  readonly byHand: string;
}

/** The button, and what came of it. */
export function CopyButton({ text, label, copied, byHand }: CopyButtonProps) {
  const [state, setState] = useState<'not-yet' | 'copied' | 'by-hand'>('not-yet');
  const copy = (): void => {
    writeToClipboard(text).then(
      () => setState('copied'),
      () => setState('by-hand'),
    );
  };
  return (
    <>
      {state === 'by-hand' && (
        <label class="field">
          <span>{byHand}</span>
          <textarea
            class="report"
            readOnly
            rows={5}
            value={text}
            ref={(field) => field?.focus()}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
      )}
      <p class="visually-hidden" role="status">
        {state === 'copied' ? copied : ''}
      </p>
      <button class="button button-main" type="button" data-copy={state} onClick={copy}>
        {state === 'copied' ? copied : label}
      </button>
    </>
  );
}

/** Rejects where the browser has no clipboard for the app, or keeps it closed. */
async function writeToClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

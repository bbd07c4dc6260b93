/**
 * The hint on the scan screen, kept from flickering: one that has come stays for a second at least,
 * whatever the next frames say. Frames bring the time along, so there is no timer.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Hint } from '../../scan/hints.ts';

/** The hint to show. */
export interface HintModel {
  readonly hint: ReadonlySignal<Hint | null>;
  /** Takes note of what a frame suggests; `now` in milliseconds of a clock that never goes back. */
  note(hint: Hint | null, now: number): void;
  /** Takes the hint away at once: there is no picture any more. */
  clear(): void;
}

/** Milliseconds: long enough to be read. */
const shortestStay = 1000;

/** Makes the model, without a hint at first. */
export function createHintModel(): HintModel {
  const hint = signal<Hint | null>(null);
  let since = 0;
  return {
    hint,
    note(next, now) {
      const shown = hint.peek();
      if (next === shown || (shown !== null && now - since < shortestStay)) return;
      since = now;
      hint.value = next;
    },
    clear() {
      hint.value = null;
    },
  };
}

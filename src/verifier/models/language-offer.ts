/**
 * The choice of language on the very first visit: offered until somebody has made it, or has gone on
 * to a check without. Whoever reads no Polish could not find the menu. Switching is not done here.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ChoiceMemory } from '../choice-memory.ts';

/** What the offer depends on. */
export interface LanguageOfferDependencies {
  /** That it was answered. */
  readonly memory: ChoiceMemory;
  /** Nothing was set on an earlier visit: whoever did that has found their way. */
  readonly isFirstVisit: boolean;
  /** Reads signals: a check has come to a verdict, or a language was chosen elsewhere. */
  isNeedless(): boolean;
}

/** The offer. */
export interface LanguageOffer {
  readonly isOpen: ReadonlySignal<boolean>;
  /** A language was chosen. */
  close(): void;
}

/** Makes the offer. */
export function offerLanguage(dependencies: LanguageOfferDependencies): LanguageOffer {
  const { memory, isFirstVisit, isNeedless } = dependencies;
  const isOpen = signal(isFirstVisit && memory.read() === null);
  const close = (): void => {
    if (!isOpen.peek()) return;
    isOpen.value = false;
    memory.write('answered');
  };
  if (isOpen.peek())
    effect(() => {
      if (isNeedless()) close();
    });
  return { isOpen, close };
}

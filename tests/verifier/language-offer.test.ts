/** For how long a new device offers its languages on the first screen. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { ChoiceMemory } from '../../src/verifier/choice-memory.ts';
import { offerLanguage } from '../../src/verifier/models/language-offer.ts';

function rememberHere(): ChoiceMemory {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (choice) => {
      kept = choice;
    },
    clear: () => {
      kept = null;
    },
  };
}

function visit({ memory = rememberHere(), isFirstVisit = true } = {}) {
  const needless = signal(false);
  const offer = offerLanguage({ memory, isFirstVisit, isNeedless: () => needless.value });
  return { memory, needless, ...offer };
}

describe('the offer of languages', () => {
  it('is open on the first visit, and again as long as nobody has answered', () => {
    const { memory, isOpen } = visit();
    expect(isOpen.value).toBe(true);
    expect(visit({ memory }).isOpen.value).toBe(true);
  });

  it('is not made where something was set before', () => {
    expect(visit({ isFirstVisit: false }).isOpen.value).toBe(false);
  });

  it('ends with an answer, for good', () => {
    const { memory, isOpen, close } = visit();
    close();
    expect(isOpen.value).toBe(false);
    expect(visit({ memory }).isOpen.value).toBe(false);
  });

  it('ends with the first check, for good', () => {
    const { memory, isOpen, needless } = visit();
    needless.value = true;
    expect(isOpen.value).toBe(false);
    expect(visit({ memory }).isOpen.value).toBe(false);
  });
});

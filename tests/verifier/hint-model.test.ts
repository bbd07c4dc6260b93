/** Hints come at once and do not flicker. */
import { describe, expect, it } from 'vitest';
import { createHintModel } from '../../src/verifier/models/hint-model.ts';

describe('the hint', () => {
  it('comes at once', () => {
    const hints = createHintModel();
    hints.note('too-far', 100);
    expect(hints.hint.value).toBe('too-far');
  });

  it('stays for a second, whatever the next frames say', () => {
    const hints = createHintModel();
    hints.note('too-far', 100);
    hints.note(null, 200);
    hints.note('glare', 1099);
    expect(hints.hint.value).toBe('too-far');
    hints.note('glare', 1100);
    expect(hints.hint.value).toBe('glare');
    hints.note(null, 2099);
    expect(hints.hint.value).toBe('glare');
    hints.note(null, 2100);
    expect(hints.hint.value).toBeNull();
  });

  it('goes at once with the picture', () => {
    const hints = createHintModel();
    hints.note('too-dark', 100);
    hints.clear();
    expect(hints.hint.value).toBeNull();
  });
});

/** What is set on a device: read back strictly, and one record for all tabs. */
import { describe, expect, it } from 'vitest';
import type { ChoiceMemory } from '../../src/verifier/choice-memory.ts';
import { guardSettings } from '../../src/verifier/models/fixed-settings.ts';
import {
  createSettings,
  firstSettings,
  readSettings,
  type Settings,
} from '../../src/verifier/models/settings.ts';

function rememberInMemory(): ChoiceMemory {
  let kept: string | null = null;
  return {
    read: () => kept,
    write(choice) {
      kept = choice;
    },
    clear() {
      kept = null;
    },
  };
}

const write = (changed: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...firstSettings, ...changed });

describe('settings', () => {
  it.each([
    ['no JSON', '{'],
    ['a language that is none', write({ language: 'okaz' })],
    ['more discounts than fit', write({ policies: ['a', 'b', 'c', 'd'] })],
    ['a time that is not offered', write({ returnAfter: 1e9 })],
    ['something fixed that cannot be', write({ fixed: ['okaz'] })],
  ])('are the first ones where their record is %s', (_, record) => {
    expect(readSettings(record)).toEqual(firstSettings);
  });

  it('are read back as they were set', () => {
    const memory = rememberInMemory();
    const set: Partial<Settings> = { language: 'uk', policies: ['a', 'b'], kiosk: true };
    createSettings(memory).change(set);
    expect(createSettings(memory).value.value).toEqual({ ...firstSettings, ...set });
  });

  it('of a tab that was open before do not undo what another has set', () => {
    const memory = rememberInMemory();
    const older = createSettings(memory);
    createSettings(memory).change({ kiosk: true, fixed: ['kiosk'] });
    older.change({ vibration: false });
    expect(readSettings(memory.read())).toMatchObject({
      kiosk: true,
      fixed: ['kiosk'],
      vibration: false,
    });
  });

  it('that another tab has fixed cannot be changed in one that was open before', () => {
    const memory = rememberInMemory();
    const state = { peek: () => ({ name: 'none' }) } as never;
    const older = guardSettings(createSettings(memory), { state });
    createSettings(memory).change({ kiosk: true, fixed: ['kiosk'] });
    older.change({ kiosk: false });
    expect(readSettings(memory.read()).kiosk).toBe(true);
  });
});

/** What ear and hand are given of a verdict. */
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { describeCheck } from '../../src/verdict/describe.ts';
import type { Screen, VerdictView } from '../../src/verifier/models/app-state.ts';
import { firstSettings, type Settings } from '../../src/verifier/models/settings.ts';
import { rhythms, signalVerdicts } from '../../src/verifier/verdict-signal.ts';

const view = (number: string, look: VerdictView['look'] = 'unaided'): VerdictView => ({
  name: 'verdict',
  verdict: describeCheck(
    { generation: null, specimen: true },
    { reason: 'valid', entitlement: 'granted' },
  ),
  at: 0,
  policies: [],
  number,
  seenAgo: null,
  look,
});

describe('the signal of a verdict', () => {
  let given: string[];
  let isTablet: boolean;
  const screen = signal<Screen>({ name: 'scan' });
  const settings = signal<Settings>(firstSettings);

  beforeEach(() => {
    given = [];
    isTablet = false;
    screen.value = { name: 'scan' };
    settings.value = firstSettings;
  });

  const watch = () =>
    signalVerdicts(screen, settings, {
      soundsByItself: () => isTablet,
      sound: (rhythm) => given.push(`sound ${rhythm.join(' ')}`),
      vibrate: (rhythm) => given.push(`hand ${rhythm.join(' ')}`),
    });

  it('has a rhythm of its own for each look that has any, and silence for what did not read', () => {
    const sounding = Object.entries(rhythms).filter(([look]) => look !== 'unreadable');
    expect(new Set(sounding.map(([, rhythm]) => rhythm.join())).size).toBe(4);
    expect(rhythms.unreadable).toEqual([]);
    // Dots and dashes, each with silence between: an odd number, and the tones of one rhythm alike.
    for (const [, rhythm] of sounding) {
      expect(rhythm.length % 2).toBe(1);
      expect(new Set(rhythm.filter((_, index) => index % 2 === 0)).size).toBe(1);
    }
  });

  it.each([
    ['a phone', false, null, ['hand 90']],
    ['a tablet', true, null, ['sound 90', 'hand 90']],
    ['a phone told to', false, true, ['sound 90', 'hand 90']],
    ['a tablet told not to', true, false, ['hand 90']],
  ] as const)('sounds on %s as it should', (_, tablet, sound, expected) => {
    isTablet = tablet;
    settings.value = { ...firstSettings, sound };
    const stop = watch();
    screen.value = view('1');
    stop();
    expect(given).toEqual(expected);
  });

  it('leaves the hand alone where vibration is off', () => {
    settings.value = { ...firstSettings, vibration: false };
    const stop = watch();
    screen.value = view('1');
    stop();
    expect(given).toEqual([]);
  });

  it('is given once for a verdict, whatever else changes on its screen', () => {
    const stop = watch();
    screen.value = view('1');
    screen.value = { ...view('1'), policies: [] };
    screen.value = { name: 'passenger', verdict: view('1') };
    screen.value = view('1');
    screen.value = view('1', 'other-person');
    screen.value = view('1');
    screen.value = view('2');
    stop();
    expect(given).toEqual(['hand 90', 'hand 90']);
  });

  it('follows a portrait that does not show', () => {
    const stop = watch();
    screen.value = view('1');
    screen.value = view('1', 'portrait-failed');
    stop();
    expect(given).toEqual(['hand 90', 'hand 300']);
  });
});

/** What stands before which screen, and what the operator's word makes of a change. */
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { PageName } from '../../src/verifier/models/app-state.ts';
import { guardSettings, isFixed } from '../../src/verifier/models/fixed-settings.ts';
import { gateOf } from '../../src/verifier/models/guard.ts';
import type { LockState } from '../../src/verifier/models/lock-model.ts';
import {
  createSettings,
  firstSettings,
  readSettings,
  type Settings,
} from '../../src/verifier/models/settings.ts';

const none: LockState = { name: 'none' };
const locked: LockState = { name: 'locked', waitsUntil: null };
const open: LockState = { name: 'open' };
const pages: readonly PageName[] = [
  ...(['menu', 'lists', 'policies', 'inputs', 'shift', 'by-eye', 'training'] as const),
  ...(['settings', 'enrolment', 'install', 'about'] as const),
];
const guarded = ['settings', 'own-policy', 'enrolment'] as const;

describe('the gate', () => {
  it.each([none, locked, open])('never stands before scanning and verdicts', (lock) => {
    for (const kiosk of [true, false])
      for (const name of ['scan', 'verdict'] as const)
        expect(gateOf(name, { kiosk, lock, attended: false })).toBe('open');
  });

  it('asks for the PIN before what changes the device, and nothing else', () => {
    const situation = { kiosk: false, lock: locked, attended: false };
    for (const name of guarded) expect(gateOf(name, situation)).toBe('pin');
    for (const name of pages.filter((page) => !guarded.some((each) => each === page)))
      expect(gateOf(name, situation)).toBe('open');
  });

  it('asks for nothing without a PIN, or once it is open', () => {
    for (const lock of [none, open])
      for (const name of pages)
        expect(gateOf(name, { kiosk: false, lock, attended: false })).toBe('open');
  });

  it('stands before every page of a kiosk', () => {
    for (const name of pages) {
      expect(gateOf(name, { kiosk: true, lock: locked, attended: true })).toBe('pin');
      expect(gateOf(name, { kiosk: true, lock: none, attended: false })).toBe('confirmation');
      expect(gateOf(name, { kiosk: true, lock: none, attended: true })).toBe('open');
      expect(gateOf(name, { kiosk: true, lock: open, attended: false })).toBe('open');
    }
  });
});

describe('what the operator has fixed', () => {
  const fixed: Settings = { ...firstSettings, fixed: ['policies', 'kiosk'] };
  const memory = { read: () => null, write: () => undefined, clear: () => undefined };

  it('is fixed without a PIN and before it, and free behind it', () => {
    expect([none, locked, open].map((lock) => isFixed(fixed, 'policies', lock))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isFixed(fixed, 'language', none)).toBe(false);
  });

  it('is left out of a change, whose rest holds', () => {
    const settings = createSettings(memory);
    settings.change(fixed);
    const guardedSettings = guardSettings(settings, { state: signal(locked) });
    guardedSettings.change({ policies: ['other'], vibration: false });
    guardedSettings.change({ kiosk: true });
    expect(settings.value.value).toEqual({ ...fixed, vibration: false });
  });

  it('cannot be freed by a change', () => {
    const settings = createSettings(memory);
    settings.change(fixed);
    guardSettings(settings, { state: signal(open) }).change({ fixed: [], policies: ['other'] });
    expect(settings.value.value).toEqual({ ...fixed, policies: ['other'] });
  });
});

describe('the settings’ record', () => {
  const record = (changed: object) => JSON.stringify({ ...firstSettings, ...changed });

  it('is read as it was kept', () => {
    const settings: Settings = { ...firstSettings, returnAfter: 5, fixed: ['language'] };
    expect(readSettings(record(settings))).toEqual(settings);
  });

  it.each([
    ['none', null],
    ['no JSON', '{'],
    ['an unknown language', record({ language: 'de' })],
    ['no discount', record({ policies: [] })],
    ['four discounts', record({ policies: ['a', 'b', 'c', 'd'] })],
    ['a time that no screen offers', record({ returnAfter: 60 })],
    ['something fixed that cannot be', record({ fixed: ['sound'] })],
    ['half an own discount', record({ ownPolicies: [{ id: 'venue-okaz' }] })],
  ])('is as none: %s', (_, text) => {
    expect(readSettings(text)).toEqual(firstSettings);
  });
});

/** The verdict in front: what eyes add to it, when it goes, and what is taken from it. */
import { type Signal, signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeCheck } from '../../src/verdict/describe.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { Screen, VerdictView } from '../../src/verifier/models/app-state.ts';
import { firstSettings, type Settings } from '../../src/verifier/models/settings.ts';
import { createShiftModel, type ShiftModel } from '../../src/verifier/models/shift-model.ts';
import { createVerdictFront, type VerdictFront } from '../../src/verifier/models/verdict-front.ts';

const nothingKept = { read: () => null, write: () => undefined, clear: () => undefined };
const person = { givenName: 'Okaz', familyName: 'Wzór', nameWasStripped: false, portrait: null };
const withPortrait = {
  ...person,
  portrait: { type: 'image/avif', bytes: new Uint8Array(3) },
} as const;
const verdictOf = (change: Partial<Verdict>): Verdict => ({
  ...describeCheck({ generation: null, specimen: true }, { reason: 'valid' }),
  age: 21,
  school: { id: '1', name: 'Uczelnia' },
  person,
  ...change,
});
const granted = verdictOf({ entitlement: 'granted' });
const denied = verdictOf({ entitlement: 'denied:over-age' });
const faceless = verdictOf({ entitlement: 'unknown:portrait-not-disclosed' });

class Page extends EventTarget {
  hidden = false;
  get visibilityState(): string {
    return this.hidden ? 'hidden' : 'visible';
  }
  hide(): void {
    this.hidden = true;
    this.dispatchEvent(new Event('visibilitychange'));
  }
  show(): void {
    this.hidden = false;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('the verdict in front', () => {
  let page: Page;
  let screen: Signal<Screen>;
  let held: Signal<boolean>;
  let settings: Signal<Settings>;
  let shift: ShiftModel;
  let front: VerdictFront;

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z') });
    page = new Page();
    vi.stubGlobal('document', page);
    screen = signal<Screen>({ name: 'scan' });
    held = signal(false);
    settings = signal<Settings>(firstSettings);
    shift = createShiftModel({ shifts: nothingKept, records: nothingKept, now: Date.now });
    front = createVerdictFront({
      screen,
      held,
      settings,
      shift,
      buildTime: 0,
      scanAgain() {
        front.leave();
        screen.value = { name: 'scan' };
      },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const show = (verdict: Verdict): void =>
    front.show({ verdict, at: Date.now(), policies: [], seenAgo: null });
  const inFront = (): VerdictView => screen.peek() as VerdictView;
  const outcome = (): string | undefined => shift.records.peek()[0]?.outcome;

  it.each([
    ['a granted one after what is set', granted, 2000],
    ['any other after a minute', denied, 60_000],
  ])('goes by itself: %s', (_, verdict, stays) => {
    show(verdict);
    vi.advanceTimersByTime(stays - 1);
    expect(screen.peek().name).toBe('verdict');
    vi.advanceTimersByTime(1);
    expect(screen.peek().name).toBe('scan');
  });

  it('stays a minute from the last touch', () => {
    show(denied);
    vi.advanceTimersByTime(59_999);
    page.dispatchEvent(new Event('pointerdown'));
    vi.advanceTimersByTime(59_999);
    expect(screen.peek().name).toBe('verdict');
    vi.advanceTimersByTime(1);
    expect(screen.peek().name).toBe('scan');
  });

  it('stays when it is held, and no touch holds it by itself', () => {
    show(granted);
    vi.advanceTimersByTime(1000);
    page.dispatchEvent(new Event('pointerdown'));
    vi.advanceTimersByTime(1000);
    expect(screen.peek().name).toBe('scan');
    show(granted);
    held.value = true;
    vi.advanceTimersByTime(59_000);
    expect(screen.peek().name).toBe('verdict');
  });

  it('counts a bearer compared with a document as granted, and goes as such', () => {
    show(faceless);
    expect(outcome()).toBe('undecided');
    vi.advanceTimersByTime(30_000);
    front.compare('compared');
    expect(outcome()).toBe('granted');
    vi.advanceTimersByTime(2000);
    expect(screen.peek().name).toBe('scan');
  });

  it('counts a portrait that did not show as undecided, and keeps it until somebody compared', () => {
    show(granted);
    front.compare('portrait-failed');
    expect(outcome()).toBe('undecided');
    vi.advanceTimersByTime(10_000);
    front.compare('compared');
    expect(outcome()).toBe('granted');
  });

  it('counts somebody else as such, stays, and takes it back to what was before', () => {
    show(faceless);
    front.compare('compared');
    front.compare('other-person');
    expect(outcome()).toBe('other-person');
    vi.advanceTimersByTime(59_000);
    expect(inFront().look).toBe('other-person');
    front.takeBackOtherPerson();
    expect(inFront().look).toBe('compared');
    expect(outcome()).toBe('granted');
  });

  it('lets eyes add nothing to a card that was not accepted', () => {
    show(verdictOf({ kind: 'rejected', reason: 'revoked' }));
    front.compare('other-person');
    expect(inFront().look).toBe('unaided');
    expect(outcome()).toBe('rejected');
  });

  it('loses the person when the app leaves the front, and keeps decision and number', () => {
    show(granted);
    const { number } = inFront();
    page.hide();
    const { verdict } = inFront();
    expect(verdict).toMatchObject({ person: null, age: null, school: null });
    expect(verdict).toMatchObject({ reason: 'valid', entitlement: 'granted' });
    expect(inFront().number).toBe(number);
    vi.advanceTimersByTime(600_000);
    expect(inFront().number).toBe(number);
  });

  it('gives way to the next verdict after the app has left the front, and that one goes in its time', () => {
    show(granted);
    page.hide();
    page.show();
    show(granted);
    vi.advanceTimersByTime(2000);
    expect(screen.peek().name).toBe('scan');
  });

  it('is no grant yet when it came while nobody could see its portrait', () => {
    page.hide();
    show(verdictOf({ entitlement: 'granted', person: withPortrait }));
    expect(inFront().look).toBe('portrait-failed');
    expect(outcome()).toBe('undecided');
  });

  it('keeps no day that tells a birthday', () => {
    show(verdictOf({ entitlement: 'granted', entitledThrough: { okaz: '2026-11-30' } }));
    page.hide();
    expect(JSON.stringify(inFront())).not.toContain('2026-11-30');
  });

  it('is not taken back by a picture that fails late', () => {
    show(granted);
    front.compare('other-person');
    front.compare('portrait-failed');
    expect(inFront().look).toBe('other-person');
    front.takeBackOtherPerson();
    expect(inFront().look).toBe('portrait-failed');
  });

  it('shows no person that comes while the app is not in front', () => {
    page.hide();
    show(granted);
    expect(inFront().verdict.person).toBeNull();
  });

  it('goes by itself in a kiosk, whatever it is', () => {
    settings.value = { ...firstSettings, kiosk: true };
    show(denied);
    vi.advanceTimersByTime(2000);
    expect(screen.peek().name).toBe('scan');
  });
});

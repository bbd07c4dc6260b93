/**
 * The verdict in front of the inspector: how it comes there, what eyes add to it, when it goes, and
 * what is taken from it when the app leaves the front. Keeps the shift's count and record in step.
 * Everything about a holder lives in the screen's state and goes with it.
 */
import { batch, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Screen, VerdictView } from './app-state.ts';
import type { Judged } from './check-model.ts';
import { makeRecordNumber } from './record-number.ts';
import type { Settings } from './settings.ts';
import type { ShiftModel } from './shift-model.ts';
import { type Comparison, lookOf } from './verdict-look.ts';
import { wiped } from './wiped-view.ts';

export interface VerdictFrontDependencies {
  readonly screen: Signal<Screen>;
  readonly held: Signal<boolean>;
  readonly settings: ReadonlySignal<Settings>;
  readonly shift: ShiftModel;
  /** When the app was built, seconds since 1970. */
  readonly buildTime: number;
  scanAgain(): void;
}

export interface VerdictFront {
  /** Brings a verdict to the front, and counts it. */
  show(judged: Judged): void;
  /** Notes that what is in front is about to be left. */
  leave(): void;
  /** What eyes have seen of the bearer of the verdict in front. */
  compare(comparison: Exclude<Comparison, 'unaided'>): void;
  /** The bearer is the card's holder after all. */
  takeBackOtherPerson(): void;
}

/** Milliseconds that a verdict stays untouched; a granted one gives way sooner, as it is set. */
const anyStays = 60_000;

/** Makes it; it watches the page for touches and for leaving the front. */
export function createVerdictFront(dependencies: VerdictFrontDependencies): VerdictFront {
  const { screen, held, settings, shift, buildTime, scanAgain } = dependencies;
  /** What eyes had said before they said that it is somebody else. */
  let before: Comparison = 'unaided';
  /** The record whose person was wiped when the app left the front. */
  let wipedNumber: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function leaveInTime(): void {
    clearTimeout(timer);
    const shown = screen.value;
    if (shown.name !== 'verdict' && shown.name !== 'passenger') return;
    // Nobody is left on it, and whoever comes back wants to know what it was.
    if (numberOf(shown) === wipedNumber && !settings.value.kiosk) return;
    const stays = isBrief(shown) ? settings.value.returnAfter * 1000 : anyStays;
    timer = setTimeout(scanAgain, stays);
  }

  function isBrief(shown: Screen): boolean {
    if (shown.name !== 'verdict') return false;
    // A guest does not tap: any verdict that stayed would be in the next one's way.
    if (settings.value.kiosk) return true;
    return lookOf(shown.verdict, shown.look) === 'granted' && !held.value;
  }

  function setLook(shown: VerdictView, look: Comparison): void {
    batch(() => {
      screen.value = { ...shown, look };
      const outcome = look === 'other-person' ? look : lookOf(shown.verdict, look);
      shift.amend(shown.number, outcome);
    });
  }

  effect(leaveInTime);

  for (const touch of ['pointerdown', 'keydown'])
    document.addEventListener(touch, () => {
      const shown = screen.peek();
      if (shown.name !== 'scan' && !isBrief(shown)) leaveInTime();
    });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    const shown = screen.peek();
    wipedNumber = numberOf(shown);
    if (shown.name === 'verdict') screen.value = wiped(shown);
    if (shown.name === 'passenger') screen.value = { ...shown, verdict: wiped(shown.verdict) };
  });

  return {
    show({ verdict, at, policies, seenAgo }) {
      const number = makeRecordNumber();
      // Nobody was there to compare with it, and it is wiped before anybody can.
      const isUnseen = document.hidden && verdict.person?.portrait != null;
      const shown: VerdictView = {
        name: 'verdict',
        verdict,
        at,
        policies,
        number,
        seenAgo,
        look: isUnseen ? 'portrait-failed' : 'unaided',
      };
      before = 'unaided';
      held.value = false;
      wipedNumber = document.hidden ? number : null;
      screen.value = document.hidden ? wiped(shown) : shown;
      shift.note({
        number,
        at,
        outcome: lookOf(verdict, shown.look),
        reason: verdict.reason,
        entitlement: verdict.entitlement,
        policies: policies.map(({ id, version }) => ({ id, version })),
        generation: verdict.generation,
        listsAsOf: verdict.listsAsOf,
        build: buildTime,
      });
    },
    leave() {
      const number = numberOf(screen.peek());
      if (number !== null) shift.release(number);
    },
    compare(comparison) {
      const shown = screen.peek();
      if (shown.name !== 'verdict' || shown.verdict.kind !== 'accepted') return;
      if (comparison === 'portrait-failed' && shown.look !== 'unaided') {
        // A picture that fails late takes back nothing that eyes have said.
        if (shown.look === 'other-person' && before === 'unaided') before = comparison;
        return;
      }
      if (comparison === 'other-person') before = shown.look;
      setLook(shown, comparison);
    },
    takeBackOtherPerson() {
      const shown = screen.peek();
      if (shown.name === 'verdict' && shown.look === 'other-person') setLook(shown, before);
    },
  };
}

/** The record of what is in front; null where that is no verdict. */
function numberOf(shown: Screen): string | null {
  if (shown.name === 'verdict') return shown.number;
  return shown.name === 'passenger' ? shown.verdict.number : null;
}

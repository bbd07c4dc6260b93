/**
 * What is to be thought of this device's clock: until when it is known to have run, and whether
 * something speaks against it. Only the first decides (PROTOCOL §5); the rest is said to the person.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Updated } from '../../sync/messages.ts';
import { ClockSuspicion } from '../../verdict/clock-suspicion.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { ClockView } from './app-state.ts';
import { type Clocks, ClockWatch } from './clock-watch.ts';

export interface ClockModel {
  readonly clock: ReadonlySignal<ClockView>;
  /** Starts with what an earlier session noted, milliseconds since 1970. */
  restore(lastSeen: number | null): void;
  /** Until when the clock is known to have run; null when nobody noted it. */
  lastSeen(): number | null;
  /** Notes the clock while lists decide. */
  note(): void;
  noteVerdict(verdict: Verdict, credential: string | null): void;
  /** Lists were updated: a newer manifest forgives, a server's own clock may speak against. */
  noteUpdate(update: Pick<Updated, 'isNew' | 'aheadOfServer'>): void;
}

/** Minutes between a server's clock and this one that are worth a word. */
const worthAWord = 2;

/** Makes the model; `read` gives both clocks. */
export function createClockModel(read: () => Clocks): ClockModel {
  const clock = signal<ClockView>({ name: 'steady' });
  const codes = new ClockSuspicion();
  let watch = new ClockWatch(null);
  let minutesAheadOfServer = 0;

  /** The strongest witness first: cards of strangers, then the server, then the clock's own past. */
  const update = (): void => {
    const byCodes = codes.minutes();
    const setBack = watch.minutesSetBack();
    if (byCodes !== null) clock.value = suspect(byCodes);
    else if (minutesAheadOfServer !== 0) clock.value = suspect(minutesAheadOfServer);
    else if (setBack !== 0) clock.value = { name: 'set-back', minutes: setBack };
    else clock.value = { name: 'steady' };
  };

  return {
    clock,
    restore(lastSeen) {
      watch = new ClockWatch(lastSeen);
    },
    lastSeen: () => watch.lastSeen(read()),
    note() {
      watch.note(read());
      update();
    },
    noteVerdict(verdict, credential) {
      codes.note(verdict, credential);
      update();
    },
    noteUpdate({ isNew, aheadOfServer }) {
      if (isNew) watch.forgive();
      const ahead = Math.round((aheadOfServer ?? 0) / 60_000);
      if (aheadOfServer !== null) minutesAheadOfServer = Math.abs(ahead) >= worthAWord ? ahead : 0;
      update();
    },
  };
}

const suspect = (ahead: number): ClockView =>
  ahead > 0 ? { name: 'ahead', minutes: ahead } : { name: 'behind', minutes: -ahead };

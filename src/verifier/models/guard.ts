/**
 * What stands before a screen: nothing, the supervisor's PIN, or the question whether staff is at the
 * device. Scanning and verdicts are free in any case. With a PIN, what changes the device asks for it; in
 * a kiosk everything else does, and without a PIN the question keeps at least a guest's palm out. Pure.
 */
import type { Screen } from './app-state.ts';
import type { LockState } from './lock-model.ts';

/** What is asked before a screen is shown. */
export type Gate = 'open' | 'pin' | 'confirmation';

/** What a gate depends on. */
export interface GateSituation {
  readonly kiosk: boolean;
  readonly lock: LockState;
  /** Somebody has said that staff is at the kiosk. */
  readonly attended: boolean;
}

/** Screens that change the device. */
const guarded: ReadonlySet<Screen['name']> = new Set(['settings', 'own-policy', 'enrolment']);

/** What is asked before `name` is shown. */
export function gateOf(name: Screen['name'], { kiosk, lock, attended }: GateSituation): Gate {
  if (name === 'scan' || name === 'verdict') return 'open';
  if (lock.name === 'none') return kiosk && !attended ? 'confirmation' : 'open';
  return lock.name === 'locked' && (kiosk || guarded.has(name)) ? 'pin' : 'open';
}

/**
 * Whether a code's age is this device's doing and not its holder's: what is known of the clock against
 * what the code says. Pure.
 */
import type { Verdict } from '../../verdict/verdict.ts';
import type { ClockView } from './app-state.ts';

/** Minutes by which a clock may miss the code that it explains. */
const explains = 2;

/** Whether this device's clock is off in the direction, and by the time, that the code is off. */
export function clockExplains({ reason, codeAge }: Verdict, clock: ClockView): boolean {
  if (clock.name === 'steady') return false;
  const minutes = codeAge === null ? null : Math.abs(codeAge) / 60;
  const fits = minutes !== null && Math.abs(minutes - clock.minutes) <= explains;
  return {
    ahead: reason === 'stale-code' && fits,
    behind: (reason === 'code-from-future' && fits) || reason === 'clock-untrusted',
    'set-back': (reason === 'code-from-future' && fits) || reason === 'clock-untrusted',
  }[clock.name];
}

/**
 * Enrolments that the app is opened with, `#enrol=…` behind its address: taken at the start and whenever
 * the address changes, and removed from it, so that neither history nor a bookmark opens them again.
 */
import type { AppActions } from './models/app-state.ts';

const beginning = '#enrol=';

/** Looks now, and from now on. */
export function takeEnrolmentLinks({ takeEnrolment }: Pick<AppActions, 'takeEnrolment'>): void {
  const look = (): void => {
    const { hash, pathname, search } = location;
    if (!hash.startsWith(beginning)) return;
    history.replaceState(null, '', pathname + search);
    takeEnrolment(hash);
  };
  addEventListener('hashchange', look);
  look();
}

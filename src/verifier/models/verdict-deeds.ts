/**
 * What an inspector may do with the verdict in front, beside scanning on. Pure; what the deeds are
 * called and what they lead to is left to the texts and the actions.
 */
import type { VerdictView } from './app-state.ts';
import { asksForComparison, lookOf } from './verdict-look.ts';

/** One deed, a button each. */
export type VerdictDeed =
  | 'compared'
  | 'other-person'
  | 'same-person'
  | 'hold'
  | 'show-passenger'
  | 'by-eye';

/** The deeds that fit a verdict, in the order of their buttons. */
export function deedsOf({ verdict, look }: VerdictView): readonly VerdictDeed[] {
  if (verdict.kind === 'rejected') return ['show-passenger'];
  if (verdict.kind === 'unreadable') return ['by-eye'];
  // The code or this device cannot tell: eyes may, though they prove nothing.
  if (verdict.kind === 'undecided') return ['show-passenger', 'by-eye'];
  if (look === 'other-person') return ['same-person', 'show-passenger'];
  if (asksForComparison(verdict, look)) return ['compared', 'other-person', 'show-passenger'];
  return lookOf(verdict, look) === 'granted'
    ? ['other-person', 'hold']
    : ['other-person', 'show-passenger'];
}

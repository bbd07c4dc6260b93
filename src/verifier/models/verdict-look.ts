/**
 * Which of the five looks a verdict wears. Green needs everything: an accepted card, a granted
 * discount and a bearer who was compared, with the portrait that was really painted or with another
 * document. The colours and shapes are left to the style sheet and the icons.
 */
import type { Entitlement } from '../../verdict/reasons.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** The five verdicts as people see them. */
export type VerdictLook = 'granted' | 'denied' | 'rejected' | 'undecided' | 'unreadable';

/** What eyes have added to a verdict: the portrait as signed, one that the browser cannot paint, another document, a stranger. */
export type Comparison = 'unaided' | 'portrait-failed' | 'compared' | 'other-person';

/** What one discount comes to, the comparison included. */
export type Standing = 'granted' | 'denied' | 'undecided';

/** The standing of one discount. */
export function standingOf(
  entitlement: Entitlement | null | undefined,
  comparison: Comparison,
): Standing {
  if (comparison === 'other-person' || entitlement?.startsWith('denied:')) return 'denied';
  if (entitlement === 'granted') return comparison === 'portrait-failed' ? 'undecided' : 'granted';
  const isCompared = entitlement === 'unknown:portrait-not-disclosed' && comparison === 'compared';
  return isCompared ? 'granted' : 'undecided';
}

/** The look of a verdict. */
export const lookOf = (
  { kind, entitlement }: Pick<Verdict, 'kind' | 'entitlement'>,
  comparison: Comparison,
): VerdictLook => (kind === 'accepted' ? standingOf(entitlement, comparison) : kind);

/** Whether nothing but a comparison with another document stands between a verdict and its grant. */
export const asksForComparison = (
  { kind, entitlement }: Pick<Verdict, 'kind' | 'entitlement'>,
  comparison: Comparison,
): boolean =>
  kind === 'accepted' &&
  (comparison === 'portrait-failed'
    ? entitlement === 'granted'
    : comparison === 'unaided' && entitlement === 'unknown:portrait-not-disclosed');

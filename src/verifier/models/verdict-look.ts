/**
 * Which of the five looks a verdict wears. Green needs everything: an accepted card, a granted
 * discount and a portrait that was really painted. The colours and shapes are left to the style
 * sheet and the icons.
 */
import type { Verdict } from '../../verdict/verdict.ts';

/** The five verdicts as people see them. */
export type VerdictLook = 'granted' | 'denied' | 'rejected' | 'undecided' | 'unreadable';

/** The look of a verdict; `portraitFailed` when the browser could not paint a signed portrait. */
export function lookOf(
  { kind, entitlement }: Pick<Verdict, 'kind' | 'entitlement'>,
  portraitFailed: boolean,
): VerdictLook {
  if (kind !== 'accepted') return kind;
  if (entitlement?.startsWith('denied:')) return 'denied';
  return entitlement === 'granted' && !portraitFailed ? 'granted' : 'undecided';
}

/**
 * Whose discount a policy is: the law's, a venue's own, or none. A policy that gives nothing but
 * validity is known by its signed id alone: one that asks for nothing may still give something. Pure.
 */
import type { Policy } from '../../trust/policies.ts';
import type { DiscountKind } from '../i18n/texts/verdict.ts';

/** The signed preset's id; a venue's own ids begin otherwise. */
const validityOnly = 'validity-only';

/** The kind of a policy's discount. */
export function discountKindOf({ id, statutory }: Policy): DiscountKind {
  if (id === validityOnly) return 'validity';
  return statutory ? 'statutory' : 'venue';
}

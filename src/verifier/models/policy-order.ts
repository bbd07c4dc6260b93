/**
 * The order in which policies are offered. Policies that still need a look at the regulation in
 * force are never first; otherwise the signed file's own order stays.
 */
import type { Policy } from '../../trust/policies.ts';

/** Reviewed policies first, each group in the given order. */
export const orderPolicies = (policies: readonly Policy[]): readonly Policy[] =>
  [...policies].sort((one, other) => Number(one.unreviewed) - Number(other.unreviewed));

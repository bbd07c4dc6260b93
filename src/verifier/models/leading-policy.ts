/**
 * Which of several discounts leads a verdict: a grant before a doubt, a doubt before a denial, and among
 * equals the one that was chosen first. Pure.
 */
import type { Policy } from '../../trust/policies.ts';
import type { Entitlement } from '../../verdict/reasons.ts';
import type { Verdict } from '../../verdict/verdict.ts';

const rank = (entitlement: Entitlement | undefined): number => {
  if (entitlement === 'granted') return 0;
  return entitlement?.startsWith('unknown:') ? 1 : 2;
};

/** The verdict with the leading discount's decision, and the discounts with that one first. */
export function leadByPolicy(
  verdict: Verdict,
  judged: readonly Policy[],
): { readonly verdict: Verdict; readonly policies: readonly Policy[] } {
  const [leading] = [...judged].sort(
    (one, other) => rank(verdict.entitlements[one.id]) - rank(verdict.entitlements[other.id]),
  );
  if (!leading) return { verdict, policies: judged };
  return {
    verdict: { ...verdict, entitlement: verdict.entitlements[leading.id] ?? null },
    policies: [leading, ...judged.filter(({ id }) => id !== leading.id)],
  };
}

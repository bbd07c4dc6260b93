/**
 * A bench measures what works: any failure on the way ends it, so that no figure speaks of something
 * that was refused early.
 */
import type { Result } from '../../src/base/result.ts';

/** The value of a result that must be one. */
export function expectValue<T, F>(result: Result<T, F>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${String(result.failure)}`);
  return result.value;
}

/**
 * The day that the signed policies have set for builds like this one: from then on it decides nothing,
 * and until then the scan screen says so. That a check says it, too, is verdict/check.ts's.
 */
import type { MinimumApp } from '../../trust/policies.ts';

/** From when on a build (seconds since 1970) decides nothing, milliseconds since 1970; null for never. */
export const endOfBuild = (minimum: MinimumApp | null, build: number): number | null =>
  minimum !== null && build < minimum.build ? minimum.after * 1000 : null;

/**
 * Reads a code that an engine has located and could not read: fits the grid of modules, undoes the
 * blur, decides each module, and gives the clean code back to the engine.
 */
import type { QrEngine } from '../engines/engine.ts';
import type { Luma } from '../luma.ts';
import type { FoundCode } from '../messages.ts';
import { equalize, equalizerDensity, equalizerMargin } from './equalize.ts';
import { fitGrid } from './fit-grid.ts';
import { functionPatterns } from './function-patterns.ts';
import { rectify } from './rectify.ts';

/** Below this agreement of the patterns there is no code, or one of another size. */
const leastAgreement = 0.5;

/** The code with its text; null where it stays unread. `luma` is the picture of the code's corners. */
export function readModules(engine: QrEngine, luma: Luma, code: FoundCode): FoundCode | null {
  const patterns = code.modules === null ? null : functionPatterns(code.modules);
  const grid = patterns && fitGrid(luma, code.corners, patterns);
  if (!patterns || !grid || grid.agreement < leastAgreement) return null;
  const upright = rectify(luma, grid.perspective, patterns.side, equalizerDensity, equalizerMargin);
  const modules = Uint8Array.from(equalize(upright, patterns), (value) => (value < 0 ? 0 : 255));
  const text = engine.decode(modules, patterns.side);
  return text === null ? null : { ...code, text };
}

/**
 * The wish to begin anew. It is noted and the page opened again, because only a page that has started
 * nothing yet has nothing open that would write again what was just wiped. Wiping is reset.ts's.
 */
import { rememberChoice } from './choice-memory.ts';

const mark = rememberChoice('mleg.reset');

/** Whether this page is to wipe everything before it starts. */
export const isResetDue = (): boolean => mark.read() !== null;

/** Opens the page again, which then begins anew. */
export function beginAnew(): void {
  mark.write('due');
  location.reload();
}

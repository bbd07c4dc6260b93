/** What a command prints, and how it exits. */
import { exitCodes } from './usage.ts';

/** Lines to print, and what could not be read. */
export interface CommandOutput {
  readonly lines: readonly string[];
  readonly failures: readonly string[];
  readonly exitCode: number;
}

/** Lines of a command that did its work. */
export const done = (...lines: readonly string[]): CommandOutput => ({
  lines,
  failures: [],
  exitCode: exitCodes.done,
});
/** What kept a command from its work. */
export const failed = (failure: string, exitCode: number): CommandOutput => ({
  lines: [],
  failures: [failure],
  exitCode,
});

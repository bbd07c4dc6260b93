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

/** An instant (seconds since 1970) as commands print it: UTC, to the second. */
export const printInstant = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

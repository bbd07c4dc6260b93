/**
 * Reading a command's arguments: unknown flags refused, numbers and instants checked.
 */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { readDay } from '../base/day.ts';
import { UsageError } from './usage.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What every command may be given. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  /** Milliseconds since 1970: `--at`, or now. */
  readonly now: number;
}

/** Parses arguments with some options of a command's own beside `--at` and `--help`. */
export function readArguments(args: readonly string[], options: Options = {}): Arguments {
  const all: Options = { ...options, at: { type: 'string' }, help: { type: 'boolean' } };
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options: all, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new UsageError(error.message);
    throw error;
  }
  const { positionals, values } = parsed;
  return { positionals, values, now: readInstant(values.at) };
}

/** Exactly so many positionals, by name. */
export function takePositionals(
  { positionals }: Arguments,
  ...names: readonly string[]
): readonly string[] {
  if (positionals.length !== names.length)
    throw new UsageError(`expected ${names.join(' ') || 'no arguments'}`);
  return positionals;
}

/** An option that must be there. */
export function requireOption({ values }: Arguments, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} is missing`);
  return value;
}

function readInstant(value: unknown): number {
  if (value === undefined) return Date.now();
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
  const instant = typeof value === 'string' && form.test(value) ? Date.parse(value) : Number.NaN;
  const day = typeof value === 'string' ? value.slice(0, 10) : null;
  if (Number.isNaN(instant) || readDay(day) === null)
    throw new UsageError('--at takes an instant with Z or an offset');
  return instant;
}

/**
 * Reading members of parsed JSON with their types. A member that does not fit throws `UnfitJson`,
 * which `readJson` turns into null: parsers stay flat, and callers get a value or nothing.
 */
import { isJsonObject, type JsonObject, type JsonValue } from './strict-json.ts';

class UnfitJson extends Error {}

/** Runs a parser built of the functions below; null where some member did not fit. */
export function readJson<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof UnfitJson) return null;
    throw error;
  }
}

/** Refuses the value that is being read. */
export function refuse(): never {
  throw new UnfitJson();
}

type Value = JsonValue | undefined;

export const asObject = (value: Value): JsonObject => (isJsonObject(value) ? value : refuse());

export const asArray = (value: Value): readonly JsonValue[] =>
  Array.isArray(value) ? value : refuse();

export const asText = (value: Value): string => (typeof value === 'string' ? value : refuse());

/** A whole number from 0 that JSON carries exactly (RFC 7493 §2.2). */
export const asCount = (value: Value): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : refuse();

export const asBoolean = (value: Value): boolean => (typeof value === 'boolean' ? value : refuse());

/** null stays null, all else is read. */
export const orNull = <T>(value: Value, read: (value: Value) => T): T | null =>
  value === null ? null : read(value);

/** Seconds since 1970 of an RFC 3339 instant with offset. */
export function asInstant(value: Value): number {
  const text = asText(value);
  const milliseconds = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? Date.parse(text)
    : NaN;
  return Number.isNaN(milliseconds) ? refuse() : Math.floor(milliseconds / 1000);
}

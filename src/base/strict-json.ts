/**
 * JSON that means one thing only (RFC 8259 leaves duplicate names open, RFC 8725 §2.4 tells why that
 * hurts). The grammar is JSON.parse's; on top, an object that names a member twice, or with a name
 * that JavaScript treats specially, is refused, and objects come without a prototype.
 */
import { fail, ok, type Result } from './result.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

const maximumDepth = 32;
const hostileNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether JavaScript treats a member of this name specially. */
export const isHostileName = (name: string): boolean => hostileNames.has(name);

const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];

/** Parses JSON text; `invalid-json` for anything that is not JSON or could be read in two ways. */
export function parseStrictJson(text: string): Result<JsonValue, 'invalid-json'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('invalid-json');
  }
  const copy = new StrictCopy();
  const plain = copy.of(value, 0);
  // JSON.parse keeps one of two members of one name: then there are more colons than members.
  return copy.isFit && copy.members === countColons(text) ? ok(plain) : fail('invalid-json');
}

/** The colons outside strings of text that is JSON. */
function countColons(text: string): number {
  let colons = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) inString = !inString;
    else if (inString && character === backslash) at++;
    else if (!inString && character === colon) colons++;
  }
  return colons;
}

/** Parses JSON text that must be an object. */
export function parseStrictJsonObject(text: string): Result<JsonObject, 'invalid-json'> {
  const parsed = parseStrictJson(text);
  if (!parsed.ok) return parsed;
  return isJsonObject(parsed.value) ? ok(parsed.value) : fail('invalid-json');
}

/** Whether a value is a JSON object: not null, not an array. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Copies what JSON.parse made into objects without a prototype. */
class StrictCopy {
  members = 0;
  isFit = true;

  of(value: unknown, depth: number): JsonValue {
    if (typeof value !== 'object' || value === null) return value as JsonValue;
    if (depth === maximumDepth) this.isFit = false;
    if (!this.isFit) return null;
    if (Array.isArray(value)) return value.map((element) => this.of(element, depth + 1));
    const object: Record<string, JsonValue> = Object.create(null);
    for (const name of Object.keys(value)) {
      if (isHostileName(name)) this.isFit = false;
      this.members++;
      object[name] = this.of((value as Record<string, unknown>)[name], depth + 1);
    }
    return object;
  }
}

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
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** Parses JSON text; `invalid-json` for anything that is not JSON or could be read in two ways. */
export function parseStrictJson(text: string): Result<JsonValue, 'invalid-json'> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('invalid-json');
  }
  return namesAreUnambiguous(text) ? ok(withoutPrototypes(value)) : fail('invalid-json');
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

/** Walks the tokens of text that JSON.parse took, with a set of names for each open object. */
function namesAreUnambiguous(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let nameExpected = false;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') {
      if (open.length === maximumDepth) return false;
      open.push(part === '{' ? new Set() : null);
      nameExpected = part === '{';
    } else if (part === '}' || part === ']') {
      open.pop();
      nameExpected = false;
    } else if (part === ',') {
      nameExpected = open.at(-1) !== null;
    } else if (part === ':') {
      nameExpected = false;
    } else if (nameExpected) {
      const name = JSON.parse(part) as string;
      const names = open.at(-1);
      if (!names || names.has(name) || hostileNames.has(name)) return false;
      names.add(name);
    }
  }
  return true;
}

function withoutPrototypes(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== 'object' || value === null) return value as JsonValue;
  const object: Record<string, JsonValue> = Object.create(null);
  for (const [name, member] of Object.entries(value)) object[name] = withoutPrototypes(member);
  return object;
}

/**
 * Puts disclosed claims back where their digests stand (RFC 9901 §7.1, steps 3 to 5), and refuses
 * whatever that section says MUST be rejected. Works on any SD-JWT; what a card may hold is
 * card-claims.ts's business. Runs while the signature is being verified, so it believes nothing.
 */
import { fail, ok, type Result } from '../base/result.ts';
import {
  isHostileName,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../base/strict-json.ts';
import { type Disclosure, readDisclosure, rememberDigests } from './sd-jwt.ts';

/** More disclosures or deeper nesting than any card has any use for. */
const mostDisclosures = 64;
const deepest = 8;

class Malformed extends Error {}

/** What an issuer's payload says with the disclosures that came along. */
export interface ProcessedPayload {
  /** The payload with its disclosed claims in place. */
  readonly payload: JsonObject;
  /** Names at its top level that came from disclosures, whole or in part. */
  readonly disclosed: ReadonlySet<string>;
  /** Whether any digest stands in it: of a disclosed claim, a hidden one or none. */
  readonly hasDigests: boolean;
}

/** Processes the issuer-signed payload with the disclosures that were sent along. */
export function processDisclosures(
  payload: JsonObject,
  disclosures: readonly string[],
  digestOf = rememberDigests(),
): Result<ProcessedPayload, 'malformed'> {
  if (disclosures.length > mostDisclosures) return fail('malformed');
  // §4.1.1: sha-256 unless said otherwise, and we know no other.
  if ('_sd_alg' in payload && payload._sd_alg !== 'sha-256') return fail('malformed');
  const byDigest = new Map(disclosures.map((text) => [digestOf(text), text]));
  if (byDigest.size !== disclosures.length) return fail('malformed');
  try {
    const processor = new Processor(byDigest);
    const { _sd_alg, ...rest } = payload;
    const processed = processor.processObject(rest, 0);
    const { disclosed } = processor;
    // §7.1 step 5: every disclosure must be referenced.
    return processor.allUsed()
      ? ok({ payload: processed, disclosed, hasDigests: processor.hasDigests() })
      : fail('malformed');
  } catch (error) {
    if (error instanceof Malformed) return fail('malformed');
    throw error;
  }
}

class Processor {
  readonly #byDigest: ReadonlyMap<string, string>;
  readonly #seenDigests = new Set<string>();
  #used = 0;
  /** How often digests had a place: `_sd`, or an element's `...`. */
  #places = 0;
  /** Names at the payload's top that came from disclosures, whole or in part. */
  readonly disclosed = new Set<string>();

  constructor(byDigest: ReadonlyMap<string, string>) {
    this.#byDigest = byDigest;
  }

  allUsed(): boolean {
    return this.#used === this.#byDigest.size;
  }

  hasDigests(): boolean {
    return this.#seenDigests.size > 0;
  }

  processObject(object: JsonObject, depth: number): JsonObject {
    if (depth > deepest) throw new Malformed();
    const { _sd: digests } = object;
    const processed: Record<string, JsonValue> = Object.create(null);
    for (const [name, value] of Object.entries(object)) {
      if (name === '_sd') continue;
      // §4.1: no claim is named so; §4.1.1: `_sd_alg` stands at the top alone.
      if (name === '...' || name === '_sd_alg') throw new Malformed();
      const places = this.#places;
      processed[name] = this.#process(value as JsonValue, depth + 1);
      if (depth === 0 && this.#places > places) this.disclosed.add(name);
    }
    if (digests === undefined) return processed;
    this.#places++;
    if (!Array.isArray(digests)) throw new Malformed();
    for (const digest of digests as readonly JsonValue[]) {
      const disclosure = this.#take(digest, 3);
      if (!disclosure) continue;
      const { name, value } = disclosure;
      // §7.1 step 3.3.2.2; §4.1.1 for `_sd_alg`, which belongs to the payload alone.
      if (name === null || name === '_sd' || name === '...') throw new Malformed();
      if (name === '_sd_alg' || isHostileName(name)) throw new Malformed();
      // §7.1 step 3.3.2.3.
      if (name in processed) throw new Malformed();
      processed[name] = this.#process(value, depth + 1);
      if (depth === 0) this.disclosed.add(name);
    }
    return processed;
  }

  #process(value: JsonValue, depth: number): JsonValue {
    if (Array.isArray(value)) return this.#processArray(value, depth);
    return isJsonObject(value) ? this.processObject(value, depth) : value;
  }

  #processArray(array: readonly JsonValue[], depth: number): JsonValue {
    if (depth > deepest) throw new Malformed();
    return array.flatMap((element) => {
      if (!isJsonObject(element) || !('...' in element)) return [this.#process(element, depth + 1)];
      if (Object.keys(element).length !== 1) throw new Malformed();
      this.#places++;
      const disclosure = this.#take(element['...'], 2);
      return disclosure ? [this.#process(disclosure.value, depth + 1)] : [];
    });
  }

  /** The disclosure for a digest, of so many elements; null for a decoy or a hidden claim. */
  #take(digest: JsonValue | undefined, elements: 2 | 3): Disclosure | null {
    // §7.1 step 4: no digest stands twice anywhere.
    if (typeof digest !== 'string' || this.#seenDigests.has(digest)) throw new Malformed();
    this.#seenDigests.add(digest);
    const text = this.#byDigest.get(digest);
    if (text === undefined) return null;
    this.#used++;
    // §7.1 steps 3.3.2.1 and 3.3.3.1.
    const disclosure = readDisclosure(text, elements);
    if (!disclosure) throw new Malformed();
    return disclosure;
  }
}

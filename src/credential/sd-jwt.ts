/**
 * The text form of an SD-JWT with or without key binding (RFC 9901 §4): where its parts are, and what
 * one disclosure says. Nothing here verifies; verify.ts does.
 */
import { encodeBase64url, textOfBase64url } from '../base/bytes.ts';
import { sha256 } from '../base/sha256.ts';
import { type JsonValue, parseStrictJson } from '../base/strict-json.ts';

/** The parts of `<issuer JWT>~<disclosure>~…~<KB-JWT or nothing>`. */
export interface SdJwtParts {
  readonly issuerJwt: string;
  readonly disclosures: readonly string[];
  /** Everything up to and with the last `~`: what `sd_hash` covers (§4.3.1). */
  readonly sdJwt: string;
  /** null where the presentation has no key binding. */
  readonly keyBindingJwt: string | null;
}

/** Splits an SD-JWT; null where it has no `~` at all. */
export function splitSdJwt(text: string): SdJwtParts | null {
  const end = text.lastIndexOf('~');
  if (end < 0) return null;
  const [issuerJwt = '', ...disclosures] = text.slice(0, end).split('~');
  const keyBindingJwt = text.slice(end + 1);
  return {
    issuerJwt,
    disclosures,
    sdJwt: text.slice(0, end + 1),
    keyBindingJwt: keyBindingJwt === '' ? null : keyBindingJwt,
  };
}

/** One disclosure: `[salt, name, value]` of an object's member, `[salt, value]` of an array's element. */
export interface Disclosure {
  /** null for an element. */
  readonly name: string | null;
  readonly value: JsonValue;
}

/** Reads a disclosure of so many elements (§4.2.1, §4.2.2); null for any other shape. */
export function readDisclosure(text: string, elements: 2 | 3 = 3): Disclosure | null {
  const json = textOfBase64url(text);
  const parsed = json === null ? null : parseStrictJson(json);
  if (!parsed?.ok || !Array.isArray(parsed.value)) return null;
  const contents = parsed.value as readonly JsonValue[];
  const name = elements === 3 ? contents[1] : null;
  const value = contents[elements - 1];
  if (contents.length !== elements || typeof contents[0] !== 'string') return null;
  if ((elements === 3 && typeof name !== 'string') || value === undefined) return null;
  return { name: name as string | null, value };
}

/** Computes the digest of a disclosure as it stands in `_sd`, and `sd_hash`. */
export type DigestOf = (text: string) => string;

/** Base64url of SHA-256 over a text (§4.2.3, §4.3.1). */
export const digestOf: DigestOf = (text) => encodeBase64url(sha256(text));

/**
 * The same for one check, which asks for the same few digests again and again: each is computed once.
 * A list, because a map would hash every text by itself to find it.
 */
export function rememberDigests(): DigestOf {
  const known: { readonly text: string; readonly digest: string }[] = [];
  return (text) => {
    for (const entry of known) if (entry.text === text) return entry.digest;
    const digest = digestOf(text);
    known.push({ text, digest });
    return digest;
  };
}

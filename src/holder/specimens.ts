/**
 * The specimen cards as `npm start` serves them beside the page: which there are, and one of them
 * with its private key. Addresses are relative, so that the app may live in a subfolder. What
 * becomes of the private key is holder-key.ts's business.
 */
import { asArray, asBoolean, asObject, asText, readJson, refuse } from '../base/json-reader.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type JsonObject, type JsonValue, parseStrictJsonObject } from '../base/strict-json.ts';

/** A private P-256 key as it comes from the server. */
export interface HolderJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
}

/** A specimen card, without its key. */
export interface Specimen {
  readonly id: string;
  /** Issuer-signed SD-JWT with all its disclosures. */
  readonly credential: string;
  /** Names of the claims that the code shows. */
  readonly disclose: readonly string[];
  readonly keyBinding: boolean;
  /** Seconds added to the signing time. */
  readonly iatOffset: number;
  readonly schoolName: string;
}

export type SpecimenFailure = 'server-unreachable' | 'specimens-not-found' | 'specimen-damaged';

/** Gets a text by a relative address: null where there is none. Throws when the server is away. */
export type FetchText = (address: string) => Promise<string | null>;

/** FetchText over the network, never from a cache: a made-anew world has new keys. */
export async function fetchText(address: string): Promise<string | null> {
  const response = await fetch(address, { cache: 'no-store' });
  return response.ok ? await response.text() : null;
}

const plainId = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The ids of all specimens, in the server's order. */
export const fetchSpecimenIds = (
  fetchText: FetchText,
): Promise<Result<string[], SpecimenFailure>> =>
  fetchJson(fetchText, 'index', (json) =>
    asArray(json.specimens).map((entry) => asId(asObject(entry).id)),
  );

/** One specimen and its private key. */
export async function fetchSpecimen(
  fetchText: FetchText,
  id: string,
): Promise<Result<{ specimen: Specimen; jwk: HolderJwk }, SpecimenFailure>> {
  if (!plainId.test(id)) return fail('specimens-not-found');
  return fetchJson(fetchText, id, (json) => ({ specimen: readSpecimen(json), jwk: readJwk(json) }));
}

async function fetchJson<T>(
  fetchText: FetchText,
  name: string,
  read: (json: JsonObject) => T,
): Promise<Result<T, SpecimenFailure>> {
  let text: string | null;
  try {
    text = await fetchText(`specimens/${name}.json`);
  } catch {
    return fail('server-unreachable');
  }
  if (text === null) return fail('specimens-not-found');
  const json = parseStrictJsonObject(text);
  // A static host without specimens may answer with its start page instead of a 404.
  if (!json.ok) return fail('specimens-not-found');
  const value = readJson(() => read(json.value));
  return value === null ? fail('specimen-damaged') : ok(value);
}

const readSpecimen = (json: JsonObject): Specimen => ({
  id: asId(json.id),
  credential: asText(json.credential),
  disclose: asArray(json.disclose).map(asText),
  keyBinding: asBoolean(json.keyBinding),
  iatOffset: Number.isSafeInteger(json.iatOffset) ? (json.iatOffset as number) : refuse(),
  schoolName: asText(json.schoolName),
});

function readJwk(json: JsonObject): HolderJwk {
  const { kty, crv, x, y, d } = asObject(json.privateJwk);
  if (kty !== 'EC' || crv !== 'P-256') return refuse();
  return { kty, crv, x: asText(x), y: asText(y), d: asText(d) };
}

function asId(value: JsonValue | undefined): string {
  const id = asText(value);
  return plainId.test(id) ? id : refuse();
}

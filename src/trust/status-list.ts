/**
 * Token Status List (draft-ietf-oauth-status-list-21): one or two bits a card, packed and deflated.
 * A list counts only when its `sub` is the `uri` that cards name and a status service of the same
 * issuer signed it.
 */

import { decodeBase64url } from '../base/bytes.ts';
import { asCount, asObject, asText, readJson } from '../base/json-reader.ts';
import { readCompactJws, verifyCompactJws } from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { sha256Hex } from '../base/sha256.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { inflateZlib } from '../base/zlib.ts';
import type { SignedFileFailure } from './signed-file.ts';
import type { StatusKey, TrustList } from './trust-list.ts';

export const statusListType = 'statuslist+jwt';

/** Entries of one list at most (PROTOCOL §5). */
export const mostEntries = 2 ** 17;

/** One list. Times are seconds since 1970; `bytes` hold entries from the lowest bit up (§4.1). */
export interface StatusList {
  readonly uri: string;
  /** Whose status service signed it. */
  readonly iss: string;
  readonly iat: number;
  readonly exp: number;
  readonly bits: 1 | 2;
  readonly bytes: Uint8Array;
  /** `x` of the key that signed it. */
  readonly signer: string;
  /** Of the whole token, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Names one list: a `uri` counts only for the issuer whose service signed it. */
export const statusListKey = (iss: string, uri: string): string => `${iss} ${uri}`;

/** What an entry says (§7.1): 3 is reserved for applications, and none of ours. */
export type CardStatus = 'valid' | 'revoked' | 'suspended' | 'reserved';

const statuses: readonly CardStatus[] = ['valid', 'revoked', 'suspended', 'reserved'];

/**
 * Opens a status list token under the status services of the trust list. Issuers may share a service:
 * it speaks for each that names its key, and for the time in which that one's key counts.
 */
export async function openStatusLists(
  text: string,
  trustList: TrustList,
): Promise<Result<readonly StatusList[], SignedFileFailure>> {
  const jws = readCompactJws(text);
  if (!jws.ok) return fail('feed-malformed');
  const { kid } = jws.value.header;
  if (typeof kid !== 'string') return fail('feed-malformed');
  const services = [...trustList.issuers.values()].flatMap(({ iss, statusKeys }) => {
    const service = statusKeys.get(kid);
    return service ? [{ iss, service }] : [];
  });
  let failure: SignedFileFailure = 'feed-bad-signature';
  for (const { service } of services) {
    const { x } = service.key;
    const verified = await verifyCompactJws(jws.value, service.key, statusListType);
    if (!verified.ok) {
      if (verified.failure === 'wrong-type') failure = 'feed-wrong-type';
      continue;
    }
    const list = readStatusList(verified.value, x, await sha256Hex(text));
    if (!list) return fail('feed-malformed');
    return ok(
      services
        .filter((each) => each.service.key.x === x && isInForce(each.service, list.iat))
        .map(({ iss }) => ({ ...list, iss })),
    );
  }
  return fail(failure);
}

const isInForce = ({ from, until }: StatusKey, iat: number): boolean =>
  iat >= from && (until === null || iat <= until);

/** The status at an index; null when the list has no such entry (§8.3). */
export function statusAt(list: StatusList, index: number): CardStatus | null {
  const perByte = 8 / list.bits;
  const byte = list.bytes[Math.floor(index / perByte)];
  if (byte === undefined) return null;
  const value = (byte >> ((index % perByte) * list.bits)) & (2 ** list.bits - 1);
  return statuses[value] ?? null;
}

/** Inflates the entries of a `lst` member; null where it does not fit. */
export function readEntries(lst: string, bits: 1 | 2): Uint8Array | null {
  const compressed = decodeBase64url(lst);
  const entries = compressed && inflateZlib(compressed, (mostEntries * bits) / 8);
  return entries?.ok ? entries.value : null;
}

function readStatusList(
  payload: JsonObject,
  signer: string,
  sha256: string,
): Omit<StatusList, 'iss'> | null {
  const read = readJson(() => {
    const { bits, lst } = asObject(payload.status_list);
    return {
      uri: asText(payload.sub),
      iat: asCount(payload.iat),
      exp: asCount(payload.exp),
      bits: asCount(bits),
      lst: asText(lst),
    };
  });
  if (!read || (read.bits !== 1 && read.bits !== 2)) return null;
  const bytes = readEntries(read.lst, read.bits);
  const { uri, iat, exp, bits } = read;
  return bytes && { uri, iat, exp, bits, bytes, signer, sha256 };
}

/**
 * What the lock keeps: hashes of PIN and recovery code, and how long wrong attempts make everybody wait.
 * The wait is kept as a length and a beginning: a clock that was set back lets it begin anew, and so
 * shortens nothing; it never lasts longer than it was meant to from now on.
 */
import { asCount, asObject, asText, orNull, readJson, refuse } from '../../base/json-reader.ts';
import { type JsonValue, parseStrictJson } from '../../base/strict-json.ts';

/** Salt and hash in Base64url. */
export interface KeptSecret {
  readonly salt: string;
  readonly hash: string;
  readonly rounds: number;
}

/** Milliseconds; `since` counts from 1970. */
export interface Wait {
  readonly since: number;
  readonly lasts: number;
}

export interface LockRecord {
  readonly pin: KeptSecret;
  readonly recovery: KeptSecret;
  /** Wrong PINs since the last right one. */
  readonly wrong: number;
  readonly wait: Wait | null;
}

/** So many wrong ones in a row cost no wait. */
const freeAttempts = 2;
const firstWait = 30_000;
const longestWait = 3_600_000;
/** A record of fewer rounds was not written here; one of many more would never be done. */
const fewestRounds = 600_000;
const mostRounds = 6_000_000;

/** Reads a record; null where there is none, or none that fits. */
export function readLockRecord(text: string | null): LockRecord | null {
  const parsed = text === null ? null : parseStrictJson(text);
  if (!parsed?.ok) return null;
  return readJson(() => {
    const record = asObject(parsed.value);
    return {
      pin: readSecret(record.pin),
      recovery: readSecret(record.recovery),
      wrong: asCount(record.wrong),
      wait: orNull(record.wait ?? null, (value) => {
        const { since, lasts } = asObject(value);
        return { since: asCount(since), lasts: Math.min(asCount(lasts), longestWait) };
      }),
    };
  });
}

function readSecret(value: JsonValue | undefined): KeptSecret {
  const { salt, hash, rounds } = asObject(value);
  const count = asCount(rounds);
  if (count < fewestRounds || count > mostRounds) refuse();
  return { salt: asText(salt), hash: asText(hash), rounds: count };
}

/** The record after one more wrong PIN: from the third on a wait, each twice as long, up to an hour. */
export function noteWrong(record: LockRecord, now: number): LockRecord {
  const wrong = record.wrong + 1;
  if (wrong <= freeAttempts) return { ...record, wrong };
  const lasts = Math.min(firstWait * 2 ** Math.min(wrong - freeAttempts - 1, 30), longestWait);
  return { ...record, wrong, wait: { since: now, lasts } };
}

/** The record as it is at `now`: a wait that is over is gone, one that seems to lie ahead begins now. */
export function settleWait(record: LockRecord, now: number): LockRecord {
  const { wait } = record;
  if (!wait) return record;
  if (now < wait.since) return { ...record, wait: { ...wait, since: now } };
  return now >= wait.since + wait.lasts ? { ...record, wait: null } : record;
}

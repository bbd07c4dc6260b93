/**
 * The signed policies file (PROTOCOL §5): discount presets, statutory extensions, freshness, the
 * window in which a code is live, and the oldest build that may decide. This module says what the
 * file holds and refuses what does not fit; deciding by it is verdict/policy.ts.
 */

import { readDay } from '../base/day.ts';
import {
  asArray,
  asBoolean,
  asCount,
  asObject,
  asText,
  orNull,
  readJson,
  refuse,
} from '../base/json-reader.ts';
import type { JsonObject, JsonValue } from '../base/strict-json.ts';

/** A text in each language of the app; Polish is always there. */
export interface LocalizedText {
  readonly pl: string;
  readonly en: string;
  readonly uk: string;
}

/** An age limit: "under 26" is `{ years: 26, inclusive: false }`, "up to 26" `{ years: 26, inclusive: true }`. */
export interface AgeLimit {
  readonly years: number;
  readonly inclusive: boolean;
}

/** One discount and who it is for (DOMAIN's presets). */
export interface Policy {
  readonly id: string;
  readonly version: number;
  readonly name: LocalizedText;
  /** What the holder gets, e.g. "51 %". */
  readonly gives: LocalizedText;
  /** The legal act or the venue's terms. */
  readonly basis: string;
  /** Rests on law, not on a venue's own terms. */
  readonly statutory: boolean;
  /** Needs a look at the regulation in force before use: off by default. */
  readonly unreviewed: boolean;
  /** The `vct` values that qualify; `any` for every kind. */
  readonly documents: 'any' | readonly string[];
  readonly minimumAge: number | null;
  readonly maximumAge: AgeLimit | null;
  readonly portrait: 'required' | 'optional';
}

/** Moves `date_of_expiry` of some cards by law (PROTOCOL §1). Days are inclusive. */
export interface Extension {
  readonly vct: string;
  readonly schools: 'any' | readonly string[];
  readonly expiringFrom: string;
  readonly expiringTo: string;
  readonly newEnd: string;
  readonly basis: string;
}

/** Seconds around a code's `iat` in which it is live: `iat − early ≤ now ≤ iat + late`. */
export interface CodeWindow {
  readonly early: number;
  readonly late: number;
}

/** From `after` (seconds since 1970) on, builds older than `build` (the same scale) decide nothing. */
export interface MinimumApp {
  readonly build: number;
  readonly after: number;
}

/** Seconds after the manifest's `iat`. They may shorten the lists' own lives, never lengthen them. */
export interface Freshness {
  readonly ageingAfter: number;
  readonly expiredAfter: number;
}

/** The contents of the signed policies file. Times are seconds since 1970. */
export interface PoliciesFile {
  readonly version: number;
  readonly iat: number;
  readonly exp: number;
  readonly ttl: number;
  readonly policies: readonly Policy[];
  readonly extensions: readonly Extension[];
  readonly codeWindow: CodeWindow;
  readonly minAppVersion: MinimumApp | null;
  readonly freshness: Freshness | null;
}

/** Seconds from the first to the last moment at which one code may count: replays are remembered that long. */
export const longestCodeWindow = 120;

export const policiesType = 'mleg-policies+jwt';

/** Reads a policies file's payload; null where it does not fit. */
export const readPolicies = (payload: JsonObject): PoliciesFile | null =>
  readJson(() => {
    const policies = asArray(payload.policies).map((value) => readPolicy(asObject(value)));
    if (new Set(policies.map(({ id }) => id)).size !== policies.length) refuse();
    const { early, late } = asObject(payload.codeWindow);
    return {
      version: asCount(payload.version),
      iat: asCount(payload.iat),
      exp: asCount(payload.exp),
      ttl: asCount(payload.ttl),
      policies,
      extensions: asArray(payload.extensions).map((value) => readExtension(asObject(value))),
      codeWindow: readCodeWindow(asCount(early), asCount(late)),
      minAppVersion: orNull(payload.minAppVersion ?? null, (value) => {
        const { build, after } = asObject(value);
        return { build: asCount(build), after: asCount(after) };
      }),
      freshness: orNull(payload.freshness ?? null, readFreshness),
    };
  });

function readFreshness(value: JsonValue | undefined): Freshness {
  const { ageingAfter, expiredAfter } = asObject(value);
  return { ageingAfter: asCount(ageingAfter), expiredAfter: asCount(expiredAfter) };
}

function readCodeWindow(early: number, late: number): CodeWindow {
  return early + late <= longestCodeWindow ? { early, late } : refuse();
}

/** Reads one policy; refuses what does not fit (`readJson`). */
export function readPolicy(policy: JsonObject): Policy {
  const { portrait, documents } = policy;
  return {
    id: asText(policy.id),
    version: asCount(policy.version),
    name: readLocalized(policy.name),
    gives: readLocalized(policy.gives),
    basis: asText(policy.basis),
    statutory: asBoolean(policy.statutory),
    unreviewed: asBoolean(policy.unreviewed),
    documents: documents === 'any' ? 'any' : asArray(documents).map(asText),
    minimumAge: orNull(policy.minimumAge ?? null, asCount),
    maximumAge: orNull(policy.maximumAge ?? null, (value) => {
      const { years, inclusive } = asObject(value);
      return { years: asCount(years), inclusive: asBoolean(inclusive) };
    }),
    portrait: portrait === 'required' || portrait === 'optional' ? portrait : refuse(),
  };
}

function readExtension(extension: JsonObject): Extension {
  const { schools } = extension;
  return {
    vct: asText(extension.vct),
    schools: schools === 'any' ? 'any' : asArray(schools).map(asText),
    expiringFrom: asDay(extension.expiringFrom),
    expiringTo: asDay(extension.expiringTo),
    newEnd: asDay(extension.newEnd),
    basis: asText(extension.basis),
  };
}

function asDay(value: JsonValue | undefined): string {
  const text = asText(value);
  return readDay(text) === null ? refuse() : text;
}

function readLocalized(value: JsonValue | undefined): LocalizedText {
  const { pl, en, uk } = asObject(value);
  return { pl: asText(pl), en: asText(en), uk: asText(uk) };
}

/**
 * The outcome of one check: what the screen shows and the command line prints. Made only by check.ts,
 * and by describe.ts where a code gave no text to check; holds personal data in `person` alone, so
 * that everything else can be kept or printed.
 */
import type { Entitlement, OtherCodeHint, ReasonCode, VerdictKind } from './reasons.ts';

/** What the holder disclosed, fit for display: signed by the issuer, stripped of tricks. */
export interface Person {
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Characters that the issuer should have refused were removed from a name. */
  readonly nameWasStripped: boolean;
  readonly portrait: Portrait | null;
}

/** The coded picture exactly as signed. */
export interface Portrait {
  readonly type: 'image/avif' | 'image/webp';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A calendar day, `YYYY-MM-DD`, Europe/Warsaw. */
export type Day = string;

export interface Verdict {
  readonly kind: VerdictKind;
  /** The deciding reason. */
  readonly reason: ReasonCode;
  /** All reasons found, in stage order. */
  readonly reasons: readonly ReasonCode[];
  /** For the first chosen policy; null unless accepted. */
  readonly entitlement: Entitlement | null;
  /** By policy id; empty unless accepted. */
  readonly entitlements: Readonly<Record<string, Entitlement>>;
  /** Full years on the day of the check; null when not disclosed or not verified. */
  readonly age: number | null;
  /** The last day on which a granted discount applies, by policy id: the earlier of the card's end and the age limit. */
  readonly entitledThrough: Readonly<Record<string, Day>>;
  readonly school: { readonly id: string; readonly name: string } | null;
  readonly vct: string | null;
  readonly dateOfExpiry: Day | null;
  /** `dateOfExpiry` after signed extensions. */
  readonly validUntil: Day | null;
  /** The manifest's `iat`, ISO 8601 in UTC; null without lists. */
  readonly listsAsOf: string | null;
  /** The manifest version that decided; null without lists. */
  readonly generation: number | null;
  /** Only with `not-a-card`. */
  readonly hint: OtherCodeHint | null;
  /** Only with `stale-code` and `code-from-future`: seconds between the code's signing and now. */
  readonly codeAge: number | null;
  /** SHA-256 of the issuer's signature, base64url: tells the same credential again, in memory only. */
  readonly credential: string | null;
  /** The lists come from a made-up world: every verdict is marked SPECIMEN. */
  readonly specimen: boolean;
  /** Present once issuer and holder signatures held. */
  readonly person: Person | null;
}

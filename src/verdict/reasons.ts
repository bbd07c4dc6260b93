/**
 * Every reason code of PROTOCOL §4 with the kind of verdict it leads to. The unions of the single
 * stages meet here; a code without a kind does not compile. What a person reads for each code is
 * left to the screen's texts.
 */

/** What a verdict is: never two of them at once. */
export type VerdictKind = 'accepted' | 'rejected' | 'undecided' | 'unreadable';

export type ReadReason = 'not-a-card' | 'damaged' | 'no-decode' | 'newer-format';
export type ListsReason = 'lists-missing' | 'lists-expired' | 'clock-untrusted' | 'app-outdated';
export type IssuerReason =
  | 'malformed'
  | 'wrong-type'
  | 'unknown-issuer'
  | 'unknown-key'
  | 'issuer-not-allowed'
  | 'key-withdrawn'
  | 'bad-signature';
export type HolderReason =
  | 'bad-holder-signature'
  | 'not-holder-bound'
  | 'stale-code'
  | 'code-from-future'
  | 'code-reused';
export type ValidityReason = 'not-yet-valid' | 'expired' | 'key-not-in-force';
export type StatusReason = 'revoked' | 'suspended' | 'status-unknown';

/** A stable code, shown small on the screen and printed by the command line. */
export type ReasonCode =
  | ReadReason
  | ListsReason
  | IssuerReason
  | HolderReason
  | ValidityReason
  | StatusReason
  | 'valid';

/** The kind that each reason leads to (PROTOCOL §4). */
export const kindOfReason = {
  'not-a-card': 'unreadable',
  damaged: 'unreadable',
  'no-decode': 'unreadable',
  'newer-format': 'undecided',
  'lists-missing': 'undecided',
  'lists-expired': 'undecided',
  'clock-untrusted': 'undecided',
  'app-outdated': 'undecided',
  malformed: 'rejected',
  'wrong-type': 'rejected',
  'unknown-issuer': 'undecided',
  'unknown-key': 'undecided',
  'issuer-not-allowed': 'rejected',
  'key-withdrawn': 'rejected',
  'bad-signature': 'rejected',
  'bad-holder-signature': 'rejected',
  'not-holder-bound': 'rejected',
  'stale-code': 'undecided',
  'code-from-future': 'undecided',
  'code-reused': 'undecided',
  'not-yet-valid': 'rejected',
  expired: 'rejected',
  'key-not-in-force': 'rejected',
  revoked: 'rejected',
  suspended: 'rejected',
  'status-unknown': 'undecided',
  valid: 'accepted',
} as const satisfies Record<ReasonCode, VerdictKind>;

/** Whether the discount of one policy applies to an accepted card (PROTOCOL §4). */
export type Entitlement =
  | 'granted'
  | 'denied:over-age'
  | 'denied:under-age'
  | 'denied:wrong-document'
  | 'unknown:age-not-disclosed'
  | 'unknown:portrait-not-disclosed';

/** A known code of another kind, where it can be told from its first characters. */
export type OtherCodeHint =
  | 'eu-dcc'
  | 'smart-health-card'
  | 'rail-barcode'
  | 'european-student-card'
  | 'mobywatel'
  | 'url';

/**
 * What a passenger can do about a verdict: a table from every reason and every entitlement, without a
 * default. Never an accusation, and where the trouble is this device's, nothing is asked that would
 * sound as if it were the passenger's.
 */
import type { Entitlement, ReasonCode } from '../../verdict/reasons.ts';
import type { ClockView, VerdictView } from './app-state.ts';
import { clockExplains } from './clock-explains.ts';
import { isRenewalTime } from './renewal-time.ts';
import { asksForComparison } from './verdict-look.ts';

/** What there is to do. */
export type PassengerDeed =
  | 'nothing'
  | 'other-discount'
  | 'show-age'
  | 'show-identity'
  | 'own-card'
  | 'live-code'
  | 'brighter'
  | 'our-device'
  | 'own-clock'
  | 'refresh'
  | 'new-copy'
  | 'other-document';

const deedOfReason: Readonly<Record<Exclude<ReasonCode, 'valid'>, PassengerDeed>> = {
  'not-a-card': 'live-code',
  damaged: 'live-code',
  'no-decode': 'brighter',
  'newer-format': 'our-device',
  'lists-missing': 'our-device',
  'lists-expired': 'our-device',
  'clock-untrusted': 'our-device',
  'app-outdated': 'our-device',
  malformed: 'refresh',
  'wrong-type': 'other-document',
  'unknown-issuer': 'our-device',
  'unknown-key': 'our-device',
  'issuer-not-allowed': 'other-document',
  'key-withdrawn': 'refresh',
  'bad-signature': 'other-document',
  'bad-holder-signature': 'other-document',
  'not-holder-bound': 'live-code',
  'stale-code': 'live-code',
  'code-from-future': 'own-clock',
  'code-reused': 'live-code',
  'not-yet-valid': 'other-document',
  expired: 'refresh',
  'key-not-in-force': 'refresh',
  revoked: 'new-copy',
  suspended: 'other-document',
  'status-unknown': 'our-device',
};

const deedOfEntitlement: Readonly<Record<Entitlement, PassengerDeed>> = {
  granted: 'nothing',
  'denied:over-age': 'other-discount',
  'denied:under-age': 'other-discount',
  'denied:wrong-document': 'other-discount',
  'unknown:age-not-disclosed': 'show-age',
  'unknown:portrait-not-disclosed': 'show-identity',
};

/** The deed for a verdict; without a discount chosen, the inspector's device has nothing to decide. */
export function deedFor({ verdict, look, at }: VerdictView, clock: ClockView): PassengerDeed {
  const { reason, entitlement } = verdict;
  if (look === 'other-person') return 'own-card';
  if (asksForComparison(verdict, look)) return 'show-identity';
  if (clockExplains(verdict, clock)) return 'our-device';
  if (reason === 'expired' && !isRenewalTime(verdict, at)) return 'other-document';
  if (reason !== 'valid') return deedOfReason[reason];
  return entitlement === null ? 'our-device' : deedOfEntitlement[entitlement];
}

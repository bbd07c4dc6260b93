/**
 * One check, from the text of a code to its verdict (PROTOCOL §4): read → lists and clock → issuer →
 * holder → validity and status → entitlement. The first failure ends the chain; only validity and
 * status are judged together. Pure: time, lists and memory come in, a value comes out.
 */
import { fail, ok, type Result } from '../base/result.ts';
import { warsawDay } from '../credential/calendar.ts';
import { hashCredential } from '../credential/identify.ts';
import { checkLiveWindow, type HolderBinding } from '../credential/key-binding.ts';
import { rememberDigests } from '../credential/sd-jwt.ts';
import { unpack } from '../credential/unpack.ts';
import {
  type ReadPresentation,
  readPresentation,
  type VerifiedClaims,
  verifyPresentation,
} from '../credential/verify.ts';
import { listsState, newestSignedTime } from '../trust/freshness.ts';
import type { Generation } from '../trust/generation.ts';
import type { Policy } from '../trust/policies.ts';
import { statusAt, statusListKey } from '../trust/status-list.ts';
import type { IssuanceKey } from '../trust/trust-list.ts';
import { describeCard, describeCheck, type Found } from './describe.ts';
import { recognizeOtherCode } from './other-codes.ts';
import { decideEntitlement, entitledThrough, extendedEnd } from './policy.ts';
import {
  type Entitlement,
  type IssuerReason,
  kindOfReason,
  type ReasonCode,
  type StatusReason,
  type ValidityReason,
} from './reasons.ts';
import type { ReplayMemory } from './replay-memory.ts';
import type { Verdict } from './verdict.ts';

/** Everything that a check depends on beside the code itself. */
export interface CheckContext {
  readonly generation: Generation | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When reading the code began, milliseconds since 1970; `now` where it takes no time to speak of. */
  readonly scannedAt?: number;
  /** When this build was made, seconds since 1970; null where only signed times bound the clock. */
  readonly buildTime: number | null;
  /** Until when this device's clock is known to have run, milliseconds since 1970; null where nobody noted it. */
  readonly lastSeen: number | null;
  /** Ids of the chosen policies, the deciding one first. */
  readonly policies: readonly string[];
  /** A venue's own policies, known to this device alone; an id of the signed ones is never theirs. */
  readonly ownPolicies?: readonly Policy[];
  readonly replay: ReplayMemory | null;
  /** The first root is a made-up world's: every verdict is marked, with lists or without. */
  readonly specimen: boolean;
}

/** Checks the text of one code. */
export async function check(text: string, context: CheckContext): Promise<Verdict> {
  const digestOf = rememberDigests();
  const unpacked = unpack(text, digestOf);
  if (!unpacked.ok) {
    const hint = unpacked.failure === 'not-a-card' ? recognizeOtherCode(text) : null;
    return describeCheck(context, { reason: unpacked.failure, hint });
  }

  const { generation } = context;
  const unfit = judgeListsAndClock(context);
  if (unfit || !generation) return describeCheck(context, { reason: unfit ?? 'lists-missing' });

  const read = readPresentation(unpacked.value);
  if (!read.ok) return describeCheck(context, { reason: read.failure });
  const presentation = read.value;
  const found = findIssuanceKey(presentation, generation);
  if (!found.ok) return describeCheck(context, { reason: found.failure });
  const key = found.value;

  const verified = await verifyPresentation(presentation, key.key, digestOf);
  if (!verified.claims.ok) return describeCheck(context, { reason: verified.claims.failure });
  const claims = verified.claims.value;
  if (!key.attests.get(claims.schoolId)?.vct.has(claims.vct))
    return describeCheck(context, { reason: 'issuer-not-allowed' });
  if (!verified.binding.ok) return describeCheck(context, { reason: verified.binding.failure });
  const held = judgeHolder(presentation, verified.binding.value, context, generation);
  if (!held.ok) return describeCheck(context, held.failure);

  const today = warsawDay(context.now);
  const validUntil = extendedEnd(claims, generation.policies.extensions);
  const reasons = [
    ...judgeValidity(claims, key, validUntil, today, seconds(context)),
    ...judgeStatus(claims, generation, seconds(context)),
  ];
  const reason = reasons.find((code) => kindOfReason[code] === 'rejected') ?? reasons[0] ?? 'valid';
  return describeCheck(context, {
    reason,
    reasons: reasons.length > 0 ? reasons : ['valid'],
    ...describeCard(claims, key, today, validUntil, held.value),
    ...(reason === 'valid' ? judgeEntitlement(claims, validUntil, today, context, generation) : {}),
  });
}

/** Seconds by which a clock may be put right without being distrusted for what it said before. */
const clockCorrection = 300;

const seconds = ({ now }: CheckContext): number => Math.floor(now / 1000);

function judgeListsAndClock(context: CheckContext): ReasonCode | null {
  const { generation, buildTime } = context;
  if (!generation) return 'lists-missing';
  const now = seconds(context);
  // PROTOCOL §5: a clock below the floor cannot say whether the lists are past their end. It may lag by
  // the seconds by which a live code may lie ahead of it: no two clocks agree to the second.
  const seen = Math.floor((context.lastSeen ?? 0) / 1000) - clockCorrection;
  const floor = Math.max(buildTime ?? 0, newestSignedTime(generation), seen);
  if (now < floor - generation.policies.codeWindow.early) return 'clock-untrusted';
  if (listsState(generation, now) === 'expired') return 'lists-expired';
  const { minAppVersion } = generation.policies;
  const outdated = minAppVersion !== null && buildTime !== null && buildTime < minAppVersion.build;
  return outdated && now >= minAppVersion.after ? 'app-outdated' : null;
}

/** The key that a card names, as the trust list has it (RFC 9901 §7.1 step 2.3, SD-JWT VC §2.5). */
function findIssuanceKey(
  { kid, iss }: ReadPresentation,
  { trustList }: Generation,
): Result<IssuanceKey, IssuerReason> {
  const issuer = trustList.issuers.get(iss);
  if (!issuer) return fail('unknown-issuer');
  const key = issuer.issuanceKeys.get(kid);
  if (!key) return fail('unknown-key');
  return key.withdrawn ? fail('key-withdrawn') : ok(key);
}

/** Milliseconds: a hardware scanner that types slowly takes a minute for a dense code, and no longer. */
const longestTyping = 90_000;

/** A code must be live when it is scanned; how long a scanner then types it says nothing of it. */
const whenScanned = ({ now, scannedAt = now }: CheckContext): number =>
  Math.min(now, Math.max(scannedAt, now - longestTyping));

/** Gives the credential's own hash: the same card again, whatever its code. */
function judgeHolder(
  presentation: ReadPresentation,
  binding: HolderBinding,
  context: CheckContext,
  generation: Generation,
): Result<string, Found> {
  const scannedAt = whenScanned(context);
  const { codeWindow } = generation.policies;
  const live = checkLiveWindow(binding, Math.floor(scannedAt / 1000), codeWindow);
  if (!live.ok) return fail({ reason: live.failure.reason, codeAge: live.failure.age });
  const credential = hashCredential(presentation.issuerJws);
  if (context.replay?.isReused(credential, binding.nonce, scannedAt))
    return fail({ reason: 'code-reused' });
  return ok(credential);
}

function judgeValidity(
  claims: VerifiedClaims,
  key: IssuanceKey,
  validUntil: string,
  today: string,
  now: number,
): readonly ValidityReason[] {
  const reasons: ValidityReason[] = [];
  if (now < claims.nbf || today < claims.dateOfIssuance) reasons.push('not-yet-valid');
  if (now >= claims.exp || today > validUntil) reasons.push('expired');
  if (claims.iat < key.from || (key.until !== null && claims.iat > key.until))
    reasons.push('key-not-in-force');
  return reasons;
}

function judgeStatus(
  claims: VerifiedClaims,
  generation: Generation,
  now: number,
): readonly StatusReason[] {
  const list = generation.statusLists.get(statusListKey(claims.iss, claims.status.uri));
  if (!list || now >= list.exp) return ['status-unknown'];
  const status = statusAt(list, claims.status.idx);
  if (status === 'valid') return [];
  return status === 'revoked' || status === 'suspended' ? [status] : ['status-unknown'];
}

function judgeEntitlement(
  claims: VerifiedClaims,
  validUntil: string,
  today: string,
  context: CheckContext,
  generation: Generation,
): Pick<Verdict, 'entitlement' | 'entitlements' | 'entitledThrough'> {
  const entitlements = new Map<string, Entitlement>();
  const through = new Map<string, string>();
  const known = [...generation.policies.policies, ...(context.ownPolicies ?? [])];
  for (const id of context.policies) {
    const policy = known.find((candidate) => candidate.id === id);
    if (!policy) continue;
    const entitlement = decideEntitlement(policy, claims, today);
    entitlements.set(id, entitlement);
    if (entitlement === 'granted') through.set(id, entitledThrough(policy, claims, validUntil));
  }
  return {
    entitlement: entitlements.get(context.policies[0] ?? '') ?? null,
    entitlements: Object.fromEntries(entitlements),
    entitledThrough: Object.fromEntries(through),
  };
}

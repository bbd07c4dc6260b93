/**
 * Enrolments: what an operator sets on a device by a link or a QR, signed by the root's enrolment role.
 * Read to the letter, and refused for any member that is not known. It sets discounts, language, kiosk
 * and the time of return, and never whom the device trusts: root, feed and lists are none of its
 * business. Asking the person, applying, and remembering the newest one are left to the caller.
 */
import {
  asArray,
  asBoolean,
  asCount,
  asObject,
  asText,
  readJson,
  refuse,
} from '../base/json-reader.ts';
import { readCompactJws } from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { isHostileName, type JsonObject, type JsonValue } from '../base/strict-json.ts';
import {
  longestGives,
  longestName,
  mostPolicies,
  oldestAge,
  ownPolicyPrefix,
  type ReturnTime,
  readReturnTime,
} from './device-settings.ts';
import { type LocalizedText, type Policy, readPolicy } from './policies.ts';
import type { Root } from './root.ts';
import { openSignedFile } from './signed-file.ts';

export const enrolmentType = 'mleg-enrolment+jwt';

/** What an operator sets; null is left as it is on the device. */
export interface Enrolment {
  /** Seconds since 1970. */
  readonly iat: number;
  /** Until when it may be applied, seconds since 1970. What was applied stays. */
  readonly exp: number;
  readonly language: keyof LocalizedText | null;
  /** Ids, the leading one first: one to three. */
  readonly policies: readonly string[] | null;
  /** Replaces all discounts of the venue's own. */
  readonly ownPolicies: readonly Policy[] | null;
  readonly kiosk: boolean | null;
  readonly returnAfter: ReturnTime | null;
  /** What is set here cannot be changed on the device. */
  readonly isFixed: boolean;
}

/** An enrolment whose signature holds, and the `kid` of the key that signed it. */
export interface OpenedEnrolment {
  readonly enrolment: Enrolment;
  readonly kid: string;
}

/** Why an enrolment is not for this device, or not now. */
export type EnrolmentFailure =
  | 'enrolment-malformed'
  | 'enrolment-wrong-type'
  | 'enrolment-bad-signature'
  | 'enrolment-other-operator'
  | 'enrolment-unknown-member'
  | 'enrolment-too-early'
  | 'enrolment-expired'
  | 'enrolment-superseded';

/** What an enrolment is judged by. */
export interface EnrolmentSituation {
  readonly root: Root;
  /** Seconds since 1970. */
  readonly now: number;
  /** `iat` of the newest one that this device has applied; null before the first. */
  readonly floor: number | null;
}

/** Seconds from `iat` to `exp` at most: a lost link must not open devices for ever. */
export const longestEnrolment = 366 * 86_400;
/** Seconds by which a device's clock may be behind its operator's. */
const clockReserve = 300;
const mostOwnPolicies = 8;
const mostDocuments = 8;
const longestBasis = 120;

const members: ReadonlySet<string> = new Set([
  ...['iat', 'exp', 'language', 'policies', 'ownPolicies', 'kiosk', 'returnAfter', 'isFixed'],
]);
/** What would make the device another operator's. */
const trustMembers = ['root', 'feed', 'lists'] as const;

const policyMembers: ReadonlySet<string> = new Set([
  ...['id', 'version', 'name', 'gives', 'basis', 'statutory', 'unreviewed', 'documents'],
  ...['minimumAge', 'maximumAge', 'portrait'],
]);

/** Opens an enrolment's JWS under the root in force. */
export async function openEnrolment(
  jws: string,
  { root, now, floor }: EnrolmentSituation,
): Promise<Result<OpenedEnrolment, EnrolmentFailure>> {
  const signed = await openSignedFile(jws, root, 'enrolment', enrolmentType);
  if (!signed.ok) return fail(failureOf[signed.failure]);
  const { payload } = signed.value;
  if (trustMembers.some((name) => name in payload)) return fail('enrolment-other-operator');
  if (Object.keys(payload).some((name) => !members.has(name)))
    return fail('enrolment-unknown-member');
  const enrolment = readEnrolment(payload);
  if (!enrolment) return fail('enrolment-malformed');
  if (enrolment.iat > now + clockReserve) return fail('enrolment-too-early');
  if (enrolment.exp <= now) return fail('enrolment-expired');
  if (floor !== null && enrolment.iat < floor) return fail('enrolment-superseded');
  const read = readCompactJws(jws);
  return ok({ enrolment, kid: read.ok ? String(read.value.header.kid) : '' });
}

const failureOf = {
  'feed-malformed': 'enrolment-malformed',
  'feed-wrong-type': 'enrolment-wrong-type',
  'feed-bad-signature': 'enrolment-bad-signature',
} as const;

/** Reads an enrolment's payload; null where it does not fit. */
export const readEnrolment = (payload: JsonObject): Enrolment | null =>
  readJson(() => {
    const iat = asCount(payload.iat);
    const exp = asCount(payload.exp);
    if (exp <= iat || exp - iat > longestEnrolment) refuse();
    return {
      iat,
      exp,
      language: ifThere(payload.language, asLanguage),
      policies: ifThere(payload.policies, asPolicyIds),
      ownPolicies: ifThere(payload.ownPolicies, asOwnPolicies),
      kiosk: ifThere(payload.kiosk, asBoolean),
      returnAfter: ifThere(payload.returnAfter, (value) => readReturnTime(value) ?? refuse()),
      isFixed: ifThere(payload.isFixed, asBoolean) ?? false,
    };
  });

/** A member that is not there; one that is null does not fit. */
const ifThere = <T>(value: JsonValue | undefined, read: (value: JsonValue) => T): T | null =>
  value === undefined ? null : read(value);

const asLanguage = (value: JsonValue): keyof LocalizedText =>
  value === 'pl' || value === 'en' || value === 'uk' ? value : refuse();

function asPolicyIds(value: JsonValue): readonly string[] {
  const ids = asArray(value).map(asPolicyId);
  const fits = ids.length >= 1 && ids.length <= mostPolicies && new Set(ids).size === ids.length;
  return fits ? ids : refuse();
}

/** A verdict has a member for each id: none may be a name that JavaScript treats specially. */
function asPolicyId(value: JsonValue | undefined): string {
  const id = asText(value);
  return /^[a-z\d][a-z\d-]{0,63}$/.test(id) && !isHostileName(id) ? id : refuse();
}

function asOwnPolicies(value: JsonValue): readonly Policy[] {
  const policies = asArray(value).map(asOwnPolicy);
  const ids = new Set(policies.map(({ id }) => id));
  return policies.length <= mostOwnPolicies && ids.size === policies.length ? policies : refuse();
}

/** A venue's discount: it claims no law, and nothing in it can pass for another text. */
function asOwnPolicy(value: JsonValue): Policy {
  const object = asObject(value);
  if (Object.keys(object).some((name) => !policyMembers.has(name))) refuse();
  const policy = readPolicy(object);
  const { name, gives, basis, documents, minimumAge, maximumAge } = policy;
  const kinds = documents === 'any' ? [] : documents;
  const texts = [...Object.values(name), ...Object.values(gives), basis, ...kinds];
  const isShort = (text: string, most: number): boolean => text.length <= most;
  const ages = [minimumAge ?? 0, maximumAge?.years ?? 0];
  const fits =
    asPolicyId(policy.id).startsWith(ownPolicyPrefix) &&
    !policy.statutory &&
    kinds.length <= mostDocuments &&
    Object.values(name).every((text) => isShort(text, longestName)) &&
    Object.values(gives).every((text) => isShort(text, longestGives)) &&
    [basis, ...kinds].every((text) => isShort(text, longestBasis)) &&
    texts.every((text) => !/[\p{Cc}\p{Cf}]/u.test(text)) &&
    ages.every((age) => age <= oldestAge);
  return fits ? policy : refuse();
}

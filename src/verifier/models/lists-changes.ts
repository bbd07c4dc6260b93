/**
 * What one generation of the lists changed against the one before, as somebody who checks cards wants
 * to know it. Their numbers, times and keys of the operator are no change: those are new every day.
 * Pure; the words are left to the screen.
 */
import { countStatuses } from '../../trust/count-statuses.ts';
import type { Generation } from '../../trust/generation.ts';
import type { Extension, LocalizedText, PoliciesFile, Policy } from '../../trust/policies.ts';
import type { TrustedIssuer } from '../../trust/trust-list.ts';

/** What came, what went, and what is still there but not as it was. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly T[];
}

/** All that differs; issuers by their schools' names, or by `iss` where they have many. */
export interface ListsChanges {
  /** The numbers of their manifests. */
  readonly from: number;
  readonly to: number;
  readonly issuers: Difference<string>;
  readonly policies: Difference<LocalizedText>;
  readonly extensions: Difference<Extension>;
  /** After less before. */
  readonly revoked: number;
  readonly suspended: number;
  /** How long lists or codes count, or which builds decide. */
  readonly rules: boolean;
}

/** Compares two generations. */
export function findChanges(before: Generation, after: Generation): ListsChanges {
  const statusesBefore = countStatuses(before.statusLists.values());
  const statusesAfter = countStatuses(after.statusLists.values());
  return {
    from: before.manifest.version,
    to: after.manifest.version,
    issuers: diff(issuersOf(before), issuersOf(after), nameOfIssuer),
    policies: diff(policiesOf(before), policiesOf(after), ({ name }) => name),
    extensions: diff(extensionsOf(before), extensionsOf(after), (extension) => extension),
    revoked: statusesAfter.revoked - statusesBefore.revoked,
    suspended: statusesAfter.suspended - statusesBefore.suspended,
    rules: canonical(rulesOf(before.policies)) !== canonical(rulesOf(after.policies)),
  };
}

/** Whether nothing differs. */
export const isUnchanged = ({
  issuers,
  policies,
  extensions,
  revoked,
  suspended,
  rules,
}: ListsChanges): boolean =>
  [issuers, policies, extensions].every(
    ({ added, removed, changed }) => added.length + removed.length + changed.length === 0,
  ) &&
  revoked === 0 &&
  suspended === 0 &&
  !rules;

const issuersOf = ({ trustList }: Generation): ReadonlyMap<string, TrustedIssuer> =>
  trustList.issuers;

const policiesOf = ({ policies }: Generation): ReadonlyMap<string, Policy> =>
  new Map(policies.policies.map((policy) => [policy.id, policy]));

/** An extension has no name but its contents: another day makes another extension. */
const extensionsOf = ({ policies }: Generation): ReadonlyMap<string, Extension> =>
  new Map(policies.extensions.map((extension) => [canonical(extension), extension]));

const rulesOf = ({ codeWindow, freshness, minAppVersion }: PoliciesFile) => ({
  codeWindow,
  freshness,
  minAppVersion,
});

function diff<T, N>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  name: (value: T) => N,
): Difference<N> {
  const inOnly = (these: ReadonlyMap<string, T>, those: ReadonlyMap<string, T>): N[] =>
    [...these].filter(([id]) => !those.has(id)).map(([, value]) => name(value));
  const changed = [...after].filter(([id, value]) => {
    const old = before.get(id);
    return old !== undefined && canonical(old) !== canonical(value);
  });
  return {
    added: inOnly(after, before),
    removed: inOnly(before, after),
    changed: changed.map(([, value]) => name(value)),
  };
}

function nameOfIssuer({ iss, issuanceKeys }: TrustedIssuer): string {
  const schools = [...issuanceKeys.values()].flatMap(({ attests }) => [...attests.values()]);
  const names = new Set(schools.map(({ name }) => name));
  const [name] = names;
  return names.size === 1 && name !== undefined ? name : iss;
}

/** The same text for the same contents, in whatever order members, entries and elements of sets come. */
function canonical(value: unknown): string {
  if (value instanceof Map) return `map{${[...value].map(canonical).sort().join()}}`;
  if (value instanceof Set) return `set{${[...value].map(canonical).sort().join()}}`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${key}:${canonical(member)}`);
  return `{${members.sort().join()}}`;
}

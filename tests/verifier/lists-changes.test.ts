/** What new lists changed, over generations of a simulated feed and hand-altered copies of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Generation } from '../../src/trust/generation.ts';
import type { Extension, PoliciesFile, Policy } from '../../src/trust/policies.ts';
import { findChanges, isUnchanged } from '../../src/verifier/models/lists-changes.ts';
import { createDevice } from '../simulator/device.ts';
import { createSimulator } from '../simulator/simulator.ts';

let first: Generation;
let second: Generation;
let third: Generation;

const extension: Extension = {
  vct: 'urn:okaz',
  schools: 'any',
  expiringFrom: '2026-10-01',
  expiringTo: '2026-10-31',
  newEnd: '2026-12-30',
  basis: 'okaz',
};

const withPolicies = (changed: Partial<PoliciesFile>): Generation => ({
  ...first,
  policies: { ...first.policies, ...changed },
});

const withIssuers = (issuers: Generation['trustList']['issuers']): Generation => ({
  ...first,
  trustList: { ...first.trustList, issuers },
});

beforeAll(async () => {
  const feed = await createSimulator();
  const device = await createDevice(feed);
  const sync = async (): Promise<Generation> => {
    await device.sync();
    return device.generation() as Generation;
  };
  first = await sync();
  await feed.publish();
  second = await sync();
  await feed.revoke(17);
  third = await sync();
});

describe('changes of the lists', () => {
  it('are none where only number and time are new', () => {
    const changes = findChanges(first, second);
    expect(second.manifest.version).toBe(first.manifest.version + 1);
    expect(isUnchanged(changes)).toBe(true);
    expect(changes).toMatchObject({
      from: first.manifest.version,
      to: second.manifest.version,
    });
  });

  it('are none for a generation that has come from a worker', () => {
    expect(isUnchanged(findChanges(first, structuredClone(first)))).toBe(true);
  });

  it('count cards revoked since, and those no longer revoked', () => {
    expect(findChanges(second, third).revoked).toBe(1);
    expect(findChanges(third, second).revoked).toBe(-1);
    expect(isUnchanged(findChanges(second, third))).toBe(false);
  });

  it('name an issuer that came, and one that went, by its one school', () => {
    const [[iss, issuer] = [], ...others] = [...first.trustList.issuers];
    const school = [...(issuer?.issuanceKeys.values() ?? [])].flatMap((key) =>
      [...key.attests.values()].map(({ name }) => name),
    )[0];
    expect(iss).toBeDefined();
    const fewer = withIssuers(new Map(others));
    expect(findChanges(first, fewer).issuers.removed).toEqual([school]);
    expect(findChanges(fewer, first).issuers.added).toEqual([school]);
  });

  it('name an issuer whose keys are other ones', () => {
    const [[iss, issuer] = [], ...others] = [...first.trustList.issuers];
    if (!iss || !issuer) throw new Error('the feed has no issuer');
    const keyless = { ...issuer, statusKeys: new Map() };
    const { issuers } = findChanges(first, withIssuers(new Map([[iss, keyless], ...others])));
    expect(issuers.changed).toHaveLength(1);
    expect(issuers.added).toEqual([]);
  });

  it('do not depend on the order of what is compared', () => {
    const issuers = new Map([...first.trustList.issuers].reverse());
    const policies = [...first.policies.policies]
      .reverse()
      .map((policy) => Object.fromEntries(Object.entries(policy).reverse()) as unknown as Policy);
    const turned = { ...withPolicies({ policies }), trustList: { ...first.trustList, issuers } };
    expect(isUnchanged(findChanges(first, turned))).toBe(true);
  });

  it('name discounts that came, went or are not as they were', () => {
    const [one, ...others] = first.policies.policies;
    if (!one) throw new Error('the feed has no policy');
    const fewer = withPolicies({ policies: others });
    expect(findChanges(first, fewer).policies.removed).toEqual([one.name]);
    expect(findChanges(fewer, first).policies.added).toEqual([one.name]);
    const other = withPolicies({ policies: [{ ...one, minimumAge: 99 }, ...others] });
    expect(findChanges(first, other).policies).toMatchObject({ changed: [one.name], added: [] });
  });

  it('hold extensions that came or went', () => {
    const extended = withPolicies({ extensions: [extension] });
    expect(findChanges(first, extended).extensions.added).toEqual([extension]);
    expect(findChanges(extended, first).extensions.removed).toEqual([extension]);
  });

  it('say that the rules of checking are other ones', () => {
    const stricter = withPolicies({ codeWindow: { early: 1, late: 1 } });
    expect(findChanges(first, stricter).rules).toBe(true);
    expect(findChanges(first, stricter).policies.changed).toEqual([]);
  });
});

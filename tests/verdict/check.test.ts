/** PROTOCOL §4: the order of stages, what is judged together, and each moment's last second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../src/credential/pack.ts';
import type { Generation } from '../../src/trust/generation.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import {
  checkCard,
  withIssuanceKey,
  withPolicies,
  withStatus,
  withStatusList,
} from '../fixtures/check-card.ts';
import { type Case, CaseRunner, visible } from '../fixtures/checked-case.ts';
import { bindCard, claim, makeCard, makeCardKeys } from '../fixtures/hand-made-card.ts';
import { madeAt, makeTestWorld, shownAt, type TestWorld, unwrap } from '../fixtures/test-world.ts';

const day = 86_400;
let world: TestWorld;
let runner: CaseRunner;
beforeAll(async () => {
  world = await makeTestWorld();
  runner = await CaseRunner.in(world);
});
afterAll(() => world.remove());

const run = (plan: Case): Promise<Verdict> => runner.run(plan);
const past = visible({ date_of_issuance: '2025-10-01', date_of_expiry: '2026-10-31' });

describe('moments', () => {
  const moments: [string, string, Case][] = [
    ['the last moment of the last day', 'valid', atWarsaw('2026-11-23T22:59:59Z', '2026-11-23')],
    [
      'the first moment of the day after',
      'expired',
      atWarsaw('2026-11-23T23:00:00Z', '2026-11-23'),
    ],
    ['the last second of the lists', 'valid', onTime(madeAt + 7 * day - 1)],
    ['the first second of the signed times', 'valid', onTime(madeAt)],
    ['a clock that lags by ten seconds', 'valid', onTime(madeAt - 10)],
    ['the early edge of the window', 'valid', { context: { now: (shownAt - 10) * 1000 } }],
    ['the late edge of the window', 'valid', { context: { now: (shownAt + 30) * 1000 } }],
    ['a minute’s typing of a code that was live at its start', 'valid', typed(60, 20)],
    ['typing of a code that was past its window at its start', 'stale-code', typed(60, 31)],
    ['more typing than any scanner needs', 'stale-code', typed(3600, 10)],
    ['a scan that claims to begin in the future', 'stale-code', typed(-3600, 3700)],
    ['a window that policy made wider', 'valid', wide(60, shownAt + 60)],
    ['a window that policy made narrower', 'stale-code', wide(5, shownAt + 6)],
    [
      'a key’s first second',
      'valid',
      { lists: (plain) => withIssuanceKey(plain, { from: shownAt - day }) },
    ],
    [
      'a key’s last second',
      'valid',
      { lists: (plain) => withIssuanceKey(plain, { until: shownAt - day }) },
    ],
    ['a card’s first second', 'valid', visible({ nbf: shownAt })],
    ['a card’s first day', 'valid', visible({ date_of_issuance: '2026-11-23' })],
    ['a build with no minimum', 'valid', { context: { buildTime: 99 } }],
    ['a minimum build where nobody knows its own', 'valid', minimumBuild(null, shownAt)],
    ['a minimum build before its date', 'valid', minimumBuild(99, shownAt + 1)],
    ['the minimum build itself', 'valid', minimumBuild(100, shownAt)],
  ];
  for (const [what, reason, plan] of moments)
    it(`${what}: ${reason}`, async () => {
      expect((await run(plan)).reason).toBe(reason);
    });

  function typed(took: number, age: number): Case {
    const scannedAt = (shownAt + age) * 1000;
    return { context: { now: scannedAt + took * 1000, scannedAt } };
  }
  function onTime(now: number): Case {
    return { binding: { payload: { iat: now } }, context: { now: now * 1000 } };
  }
  function atWarsaw(instant: string, end: string): Case {
    const seconds = Date.parse(instant) / 1000;
    return { ...onTime(seconds), ...visible({ date_of_expiry: end }) };
  }
  function wide(late: number, now: number): Case {
    return {
      lists: (plain) => withPolicies(plain, { codeWindow: { early: 10, late } }),
      context: { now: now * 1000 },
    };
  }
  function minimumBuild(buildTime: number | null, after: number): Case {
    return {
      lists: (plain) => withPolicies(plain, { minAppVersion: { build: 100, after } }),
      context: { buildTime },
    };
  }
});

describe('a made-up world', () => {
  it('marks every verdict, with lists or without', async () => {
    for (const specimen of [true, false])
      for (const lists of [(plain: Generation) => plain, () => null])
        expect((await run({ lists, context: { specimen } })).specimen).toBe(specimen);
  });
});

describe('validity and status', () => {
  it('are judged together, in stage order', async () => {
    const revoked = (plain: Generation): Generation => withStatus(plain, 1);
    expect(await run({ ...past, lists: revoked })).toMatchObject({
      kind: 'rejected',
      reason: 'expired',
      reasons: ['expired', 'revoked'],
    });
  });

  it('let an expired card be expired though its status is unknown', async () => {
    expect(await run({ ...past, lists: (plain) => withStatusList(plain, null) })).toMatchObject({
      kind: 'rejected',
      reason: 'expired',
      reasons: ['expired', 'status-unknown'],
    });
  });

  it('find everything that is wrong', async () => {
    const payload = { nbf: shownAt + 1, date_of_expiry: '2026-10-31' };
    const lists = (plain: Generation): Generation =>
      withStatus(withIssuanceKey(plain, { from: shownAt }), 2);
    expect((await run({ ...visible(payload), lists })).reasons).toEqual([
      'not-yet-valid',
      'expired',
      'key-not-in-force',
      'suspended',
    ]);
  });
});

describe('a clock below its floor', () => {
  it('never gives an accepted verdict, whatever the floor rests on', async () => {
    for (const below of [11, 60, 3600, 86_400, 30 * 86_400])
      for (const context of [
        { buildTime: shownAt + below },
        { lastSeen: (shownAt + 300 + below) * 1000 },
      ])
        expect((await run({ context })).reason).toBe('clock-untrusted');
  });

  it('may have been put right by five minutes', async () => {
    expect((await run({ context: { lastSeen: (shownAt + 300) * 1000 } })).reason).toBe('valid');
  });
});

describe('the first failure ends the chain', () => {
  const orders: [string, string, Case][] = [
    ['reading comes before lists', 'damaged', { text: () => 'MLEG1:A', lists: () => null }],
    ['lists come before the card', 'lists-missing', { ...visible({ iss: 1 }), lists: () => null }],
    [
      'the clock comes before the lists’ end',
      'clock-untrusted',
      {
        lists: (plain) => ({ ...plain, manifest: { ...plain.manifest, exp: 0 } }),
        context: { now: 0 },
      },
    ],
    [
      'the issuer comes before the holder',
      'unknown-issuer',
      { ...visible({ iss: 'https://x.example' }), binding: { payload: { aud: 'x' } } },
    ],
    [
      'the holder comes before dates',
      'stale-code',
      { ...past, context: { now: (shownAt + 99) * 1000 } },
    ],
    [
      'a withdrawn key comes before its signature',
      'key-withdrawn',
      { lists: (plain) => withIssuanceKey(plain, { withdrawn: true, from: shownAt + day }) },
    ],
  ];
  for (const [rule, reason, plan] of orders)
    it(rule, async () => {
      const verdict = await run(plan);
      expect(verdict.reasons).toEqual([reason]);
      expect(verdict.person).toBeNull();
    });
});

describe('a signed extension', () => {
  const extension = {
    vct: 'urn:mlegitymacja:student:1',
    schools: 'any' as const,
    expiringFrom: '2026-10-01',
    expiringTo: '2026-10-31',
    newEnd: '2026-12-31',
    basis: 'test',
  };
  const extended = (change: object) => (plain: Generation) =>
    withPolicies(plain, { extensions: [{ ...extension, ...change }] });

  it('moves the end, and leaves what was signed', async () => {
    expect(await run({ ...past, lists: extended({}) })).toMatchObject({
      reason: 'valid',
      dateOfExpiry: '2026-10-31',
      validUntil: '2026-12-31',
      entitledThrough: { 'rail-student-51': '2026-12-31' },
    });
  });

  it('never moves the technical end', async () => {
    const payload = { exp: shownAt, date_of_issuance: '2025-01-01', date_of_expiry: '2026-01-01' };
    const lists = extended({ expiringFrom: '2026-01-01', newEnd: '2027-12-31' });
    expect((await run({ ...visible(payload), lists })).reason).toBe('expired');
  });

  const others = {
    'other schools': { schools: ['OKAZ-2'] },
    'another kind': { vct: 'urn:mlegitymacja:pupil:1' },
    'later ends': { expiringFrom: '2026-11-01', expiringTo: '2026-12-31' },
    'earlier ends': { expiringTo: '2026-10-30' },
  };
  for (const [what, change] of Object.entries(others))
    it(`for ${what} changes nothing`, async () => {
      expect((await run({ ...past, lists: extended(change) })).reason).toBe('expired');
    });
});

describe('other codes', () => {
  it('are named where they are known', async () => {
    expect(await run({ text: () => 'HC1:6BF' })).toMatchObject({
      reason: 'not-a-card',
      hint: 'eu-dcc',
    });
    expect(await run({ text: () => 'whatever' })).toMatchObject({
      reason: 'not-a-card',
      hint: null,
    });
    expect(await run({ text: () => 'MLEG1:A' })).toMatchObject({ reason: 'damaged', hint: null });
  });
});

describe('chosen policies', () => {
  it('are decided each, and the first decides', async () => {
    const policies = ['rail-pupil-37', 'rail-student-51', 'no-such-policy'];
    expect(await run({ context: { policies } })).toMatchObject({
      entitlement: 'denied:wrong-document',
      entitlements: { 'rail-pupil-37': 'denied:wrong-document', 'rail-student-51': 'granted' },
    });
  });

  it('apply through a day where they are granted, and nowhere else', async () => {
    const policies = ['rail-pupil-37', 'rail-student-51'];
    expect((await run({ context: { policies } })).entitledThrough).toEqual({
      'rail-student-51': '2027-03-31',
    });
  });

  it('may be none, or unknown', async () => {
    for (const policies of [[], ['no-such-policy']])
      expect(await run({ context: { policies } })).toMatchObject({
        kind: 'accepted',
        entitlement: null,
        entitlements: {},
      });
  });
});

describe('a hostile name', () => {
  it('is shown stripped, and rejects nothing', async () => {
    const disclosures = [claim('given_name', 'Jan\u202e'), claim('birthdate', '2005-03-17')];
    const verdict = await run({ card: { disclosures } });
    expect(verdict).toMatchObject({
      kind: 'accepted',
      entitlement: 'unknown:portrait-not-disclosed',
      person: { givenName: 'Jan', familyName: null, nameWasStripped: true, portrait: null },
    });
  });
});

describe('a name', () => {
  const shown = async (...names: readonly [string, string][]) => {
    const disclosures = names.map(([name, value]) => claim(name, value));
    const { person } = await run({ card: { disclosures } });
    return [person?.givenName, person?.familyName, person?.nameWasStripped];
  };

  it('is shown as it is, and may be hidden', async () => {
    expect(await shown(['given_name', 'Jan'], ['family_name', 'Okaz'])).toEqual([
      'Jan',
      'Okaz',
      false,
    ]);
    expect(await shown(['family_name', 'Okaz'])).toEqual([null, 'Okaz', false]);
    expect(await shown(['birthdate', '2005-03-17'])).toEqual([null, null, false]);
  });

  it('is marked where either was stripped', async () => {
    expect(await shown(['family_name', 'Okaz\u202e'])).toEqual([null, 'Okaz', true]);
    expect(await shown(['given_name', 'Jan'], ['family_name', 'Okaz '])).toEqual([
      'Jan',
      'Okaz',
      true,
    ]);
  });
});

describe('a stranger', () => {
  it('cannot show another’s card', async () => {
    const stranger = await makeCardKeys();
    const code = unwrap(pack(await bindCard(await makeCard(runner.keys), stranger.holder)));
    expect((await run({ text: () => code })).reason).toBe('bad-holder-signature');
  });

  it('cannot sign cards with keys of his own', async () => {
    const { keys } = runner;
    const header = { jwk: keys.holder, x5c: ['AAAA'], jku: 'https://x.example/keys' };
    const own = { ...keys, issuer: keys.holder };
    const verdict = await checkCard(own, { header }, runner.generation);
    expect(verdict.reason).toBe('bad-signature');
  });
});

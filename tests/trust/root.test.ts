/** TUF §5.3: thresholds of distinct keys, and one step at a time from root to root. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { PrivateJwk } from '../../src/base/jws.ts';
import { signGeneralJws } from '../../src/base/sign-jws.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { openRoots } from '../../src/trust/generation.ts';
import { openFirstRoot, type RoleName, rootType, rotateRoot } from '../../src/trust/root.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'lists'] as const;
let keys: Record<string, PrivateJwk>;
beforeAll(async () => {
  keys = {};
  for (const name of names) keys[name] = await generateKey();
});

interface RootPlan {
  readonly version?: number;
  /** Key ids of the root role; each stands for the key of that name, or of `aliases`. */
  readonly root?: readonly string[];
  readonly threshold?: number;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly signers?: readonly string[];
  readonly typ?: string;
  readonly specimen?: boolean;
  readonly roles?: Partial<Record<RoleName, unknown>>;
  readonly keys?: Readonly<Record<string, unknown>>;
}

/** Root 1 unless said otherwise: two of a, b, c. */
function makeRoot(plan: RootPlan = {}): Promise<string> {
  const { root = ['a', 'b', 'c'], threshold = 2, signers = ['a', 'b'], aliases = {} } = plan;
  const keyOf = (kid: string): PrivateJwk => keys[aliases[kid] ?? kid] as PrivateJwk;
  const single = { keyIds: ['lists'], threshold: 1 };
  const payload = {
    version: plan.version ?? 1,
    exp: 2_000_000_000,
    specimen: plan.specimen,
    keys:
      plan.keys ??
      Object.fromEntries([...root, 'lists'].map((kid) => [kid, { ...publicHalf(keyOf(kid)) }])),
    roles: {
      root: { keyIds: root, threshold },
      manifest: single,
      lists: single,
      enrolment: single,
      ...plan.roles,
    },
  };
  return signGeneralJws(
    plan.typ ?? rootType,
    JSON.parse(JSON.stringify(payload)),
    signers.map((kid) => ({ kid, key: keyOf(kid) })),
  );
}

const open = async (plan: RootPlan): Promise<string> =>
  outcome(await openFirstRoot(await makeRoot(plan)));

describe('the first root', () => {
  it('opens under its own threshold', async () => {
    const root = unwrap(await openFirstRoot(await makeRoot()));
    expect(root).toMatchObject({ version: 1, exp: 2_000_000_000, specimen: false });
    expect(await open({ signers: ['c', 'a'] })).toBe('ok');
    expect(await open({ signers: ['a', 'b', 'c'] })).toBe('ok');
  });

  const refused: Record<string, RootPlan> = {
    'too few signatures': { signers: ['a'] },
    'one signature twice': { signers: ['a', 'a'] },
    'one key under two names': { root: ['a', 'z'], aliases: { z: 'a' }, signers: ['a', 'z'] },
    'a signer that is not of the root role': { signers: ['a', 'lists'] },
    'another typ': { typ: 'mleg-manifest+jwt' },
    'a typ in other case': { typ: rootType.toUpperCase() },
  };
  for (const [what, plan] of Object.entries(refused))
    it(`does not open with ${what}`, async () => {
      expect(await open(plan)).toBe('feed-bad-signature');
    });

  it('does not open with no signature', async () => {
    const text = JSON.stringify({ ...JSON.parse(await makeRoot()), signatures: [] });
    expect(outcome(await openFirstRoot(text))).toBe('feed-bad-signature');
  });

  it('does not open with a signature under another key’s name', async () => {
    const text = JSON.parse(await makeRoot({ signers: ['a', 'b'] }));
    const protectedB = text.signatures[1].protected;
    text.signatures[1] = { ...text.signatures[0], protected: protectedB };
    expect(outcome(await openFirstRoot(JSON.stringify(text)))).toBe('feed-bad-signature');
  });

  const malformed: Record<string, RootPlan> = {
    'a threshold of none': { threshold: 0 },
    'a threshold above its keys': { threshold: 4 },
    'a role that names an unknown key': { roles: { lists: { keyIds: ['x'], threshold: 1 } } },
    'a missing role': { roles: { enrolment: undefined } },
    'keys that are no keys': { keys: { a: { kty: 'RSA' } } },
    'no keys': { keys: [] as unknown as Record<string, unknown> },
    'a version that is no number': { version: '1' as unknown as number },
    'a threshold of two for files that carry one signature': {
      roles: { lists: { keyIds: ['lists', 'a'], threshold: 2 } },
    },
  };
  for (const [what, plan] of Object.entries(malformed))
    it(`is malformed with ${what}`, async () => {
      expect(await open(plan)).toBe('feed-malformed');
    });

  it('is malformed where it is no general JWS', async () => {
    for (const text of ['', '{}', 'a.b.c', '[]'])
      expect(outcome(await openFirstRoot(text))).toBe('feed-malformed');
  });
});

describe('a rotation', () => {
  const next = { version: 2, root: ['c', 'd', 'e'], threshold: 2 };
  const rotate = async (plan: RootPlan): Promise<string> => {
    const first = unwrap(await openFirstRoot(await makeRoot()));
    return outcome(await rotateRoot(first, await makeRoot(plan)));
  };

  it('holds under the thresholds of both roots', async () => {
    const plan = { ...next, root: ['b', 'c', 'd'] };
    expect(await rotate({ ...plan, signers: ['b', 'c'] })).toBe('ok');
    expect(await rotate({ ...plan, signers: ['a', 'b', 'c', 'd'] })).toBe('ok');
  });

  it('counts old keys that the new root no longer has', async () => {
    expect(await rotate({ ...next, root: ['d', 'e'], signers: ['a', 'b', 'd', 'e'] })).toBe('ok');
  });

  it('fails below the old root’s threshold', async () => {
    for (const signers of [
      ['d', 'e'],
      ['c', 'd', 'e'],
    ])
      expect(await rotate({ ...next, signers })).toBe('feed-bad-signature');
  });

  it('fails below the new root’s threshold', async () => {
    for (const signers of [
      ['a', 'b'],
      ['a', 'b', 'd'],
    ])
      expect(await rotate({ ...next, root: ['d', 'e'], signers })).toBe('feed-bad-signature');
  });

  it('goes one step and never back', async () => {
    for (const version of [0, 1])
      expect(await rotate({ version, signers: ['a', 'b'] })).toBe('feed-rolled-back');
    expect(await rotate({ version: 3, signers: ['a', 'b'] })).toBe('feed-malformed');
  });

  it('makes no made-up world real', async () => {
    const first = unwrap(await openFirstRoot(await makeRoot({ specimen: true })));
    expect(first.specimen).toBe(true);
    expect(unwrap(await rotateRoot(first, await makeRoot({ version: 2 }))).specimen).toBe(true);
  });

  it('is passed over where the build already holds a later root', async () => {
    const second = await makeRoot({ version: 2 });
    const older = [await makeRoot({ version: 1 }), second];
    expect(unwrap(await openRoots(second, older)).version).toBe(2);
    const third = await makeRoot({ version: 3 });
    expect(unwrap(await openRoots(second, [...older, third])).version).toBe(3);
  });

  it('can follow another', async () => {
    const first = await makeRoot();
    const second = await makeRoot({ version: 2, root: ['b', 'c', 'd'], signers: ['b', 'c'] });
    const third = await makeRoot({ version: 3, root: ['c', 'd', 'e'], signers: ['c', 'd'] });
    expect(unwrap(await openRoots(first, [second, third])).version).toBe(3);
    expect(outcome(await openRoots(first, [third, second]))).toBe('feed-bad-signature');
    expect(outcome(await openRoots(first, ['', second]))).toBe('feed-malformed');
  });
});

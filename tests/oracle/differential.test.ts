/**
 * Two verifiers, one text: ours and @sd-jwt/core on thousands of SD-JWTs with and without faults. They
 * agree, or differ for a reason that disagreements.ts names; each reason has an example here.
 * `FUZZ_RUNS` sets how many (3,000 unless said otherwise), `FUZZ_SEED` repeats a run.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PrivateJwk, readCompactJws, verifyCompactJws } from '../../src/base/jws.ts';
import { readPublicJwk } from '../../src/base/public-key.ts';
import { isJsonObject } from '../../src/base/strict-json.ts';
import { verifyHolderBinding } from '../../src/credential/key-binding.ts';
import { processDisclosures } from '../../src/credential/process-disclosures.ts';
import { digestOf, splitSdJwt } from '../../src/credential/sd-jwt.ts';
import { credentialType, neverDisclosed } from '../../src/credential/vocabulary.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { dissect } from './anatomy.ts';
import { type Disagreement, disagreements, type Kind, kinds, kindsOf } from './disagreements.ts';
import { type FaultName, faultNames } from './faults.ts';
import { makeOracle } from './oracle.ts';
import { makeQuestion, type PlanKeys, type Question } from './sd-jwt-maker.ts';
import { type Plan, plans } from './sd-jwt-plan.ts';

type Answer = { readonly payload: unknown } | 'refused';

let issuer: PrivateJwk;
let keys: PlanKeys;
beforeAll(async () => {
  issuer = await generateKey();
  const holder = await generateKey();
  keys = {
    issuer: { ...issuer },
    holder: { ...holder },
    another: { ...(await generateKey()) },
    cnf: { ...publicHalf(holder) },
  };
});

/** As verify.ts goes, by the same parts in the same order, without what only cards have. */
async function askOurs({ text, nonce }: Question): Promise<Answer> {
  const parts = splitSdJwt(text);
  const jws = parts && readCompactJws(parts.issuerJwt);
  if (!parts || !jws?.ok) return 'refused';
  const verified = await verifyCompactJws(jws.value, publicHalf(issuer), credentialType);
  if (!verified.ok) return 'refused';
  const processed = processDisclosures(verified.value, parts.disclosures, digestOf);
  if (!processed.ok) return 'refused';
  const { payload, disclosed } = processed.value;
  if ([...disclosed].some((name) => neverDisclosed.has(name))) return 'refused';
  if (nonce !== null) {
    const holderKey = readPublicJwk(isJsonObject(payload.cnf) ? payload.cnf.jwk : undefined);
    if (!holderKey) return 'refused';
    const { keyBindingJwt, sdJwt } = parts;
    const bound = await verifyHolderBinding(keyBindingJwt, holderKey, digestOf(sdJwt));
    if (!bound.ok) return 'refused';
  }
  return { payload: JSON.parse(JSON.stringify(payload)) };
}

async function askOracle({ text, nonce }: Question): Promise<Answer> {
  try {
    const oracle = makeOracle({ issuer: { ...issuer } });
    const { payload } = await oracle.verify(text, nonce === null ? {} : { keyBindingNonce: nonce });
    return { payload: JSON.parse(JSON.stringify(payload)) };
  } catch {
    return 'refused';
  }
}

type Outcome = Disagreement['says'] | 'both accept' | 'both refuse';

function compare(ours: Answer, oracle: Answer): Outcome {
  if (ours === 'refused') return oracle === 'refused' ? 'both refuse' : 'ours refuses';
  if (oracle === 'refused') return 'the oracle refuses';
  return isDeepStrictEqual(ours, oracle) ? 'both accept' : 'read differently';
}

const says = (kind: Kind): Disagreement['says'] => disagreements[kind].says;
const agreed = new Map<Outcome, number>([
  ['both accept', 0],
  ['both refuse', 0],
]);
const seen = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));

/** Asks both, and throws where they differ for no reason that is known. */
async function judge(
  plan: Plan,
): Promise<{ readonly outcome: Outcome; readonly kinds: readonly Kind[] }> {
  const question = makeQuestion(plan, keys);
  const [ours, oracle] = await Promise.all([askOurs(question), askOracle(question)]);
  const outcome = compare(ours, oracle);
  const known = kindsOf(dissect(question.text), question.nonce);
  const context = `${outcome}; known: ${known.join(', ')}\n${question.text}\n${JSON.stringify({ ours, oracle })}`;
  // What ours refuses for a reason, it refuses always, whatever the oracle says.
  if (ours !== 'refused' && known.some((kind) => says(kind) === 'ours refuses'))
    throw new Error(`ours accepts what it must refuse: ${context}`);
  if (outcome === 'both accept' || outcome === 'both refuse') return { outcome, kinds: [] };
  const reasons = known.filter((kind) => says(kind) === outcome);
  if (reasons.length === 0) throw new Error(`a difference of no known kind: ${context}`);
  return { outcome, kinds: reasons };
}

afterAll(() => {
  const lines = [...agreed, ...[...seen].sort(([, a], [, b]) => b - a)];
  console.log(lines.map(([what, count]) => `${String(count).padStart(6)}  ${what}`).join('\n'));
});

const leaf = { node: { leaf: 'x' } } as const;
/** One claim and one element of everything: in plain sight, disclosed, hidden. */
const root: Plan['root'] = {
  members: [
    { name: 'claim', fate: 'shown', ...leaf },
    { name: 'hidden', fate: 'hidden', ...leaf },
    {
      name: 'list',
      fate: 'plain',
      node: {
        elements: [
          { fate: 'shown', ...leaf },
          { fate: 'hidden', ...leaf },
        ],
        decoys: 1,
      },
    },
    {
      name: 'inner',
      fate: 'shown',
      node: { members: [{ name: 'a', fate: 'shown', ...leaf }], decoys: 0 },
    },
  ],
  decoys: 1,
};
const bare: Plan['root'] = { members: [{ name: 'plain', fate: 'plain', ...leaf }], decoys: 0 };

const plan = (faults: readonly FaultName[], changes: Partial<Plan> = {}): Plan => ({
  root,
  faults: faults.map((name) => ({ name, at: 0 })),
  bound: true,
  hash: 'sha-256',
  gap: '',
  ...changes,
});

describe('examples, who says what and why', () => {
  const examples: Record<Kind, Plan> = {
    'no ~': plan(['no ~ at all'], { bound: false }),
    'Base64url that is not canonical': plan(['a padded disclosure']),
    'bytes that are no UTF-8': plan(['a disclosure that is no UTF-8']),
    'another typ': plan(['typ in other case']),
    'another alg': plan(['alg ES384']),
    crit: plan(['a crit header']),
    'a member that stands twice': plan(['a member twice']),
    'a name that JavaScript treats specially': plan(['the name __proto__']),
    'another hash': plan([], { hash: 'sha-512' }),
    '_sd_alg below the top': plan(['the name _sd_alg'], { hash: null }),
    '... as a claim': plan(['a member ...']),
    '_sd that is no array': plan(['_sd that is null'], { root: bare }),
    'a digest that is no text': plan(['a digest that is a number']),
    'an element digest with company': plan(['a digest with company']),
    'a digest that stands twice': plan(['a digest twice']),
    'a disclosure sent twice': plan(['a disclosure sent twice']),
    'a disclosure that nothing refers to': plan(['a disclosure that nobody refers to']),
    'a disclosure that is no array': plan(['a disclosure that is text']),
    'a disclosure of another length': plan(['one element too few']),
    'a salt that is no text': plan(['a salt that is a number']),
    'a name that is no text': plan(['a name that is a number']),
    'a claim named _sd or ...': plan(['the name ...']),
    'a name that is there already': plan(['a visible name disclosed']),
    'a claim that must be visible': plan(['the key in cnf disclosed']),
    'more than any card needs': plan(['deep nesting']),
    'another audience': plan(['another audience']),
    'a time that is none': plan(['a time that is text']),
    'a nonce that nobody asked for': plan(['a nonce that nobody asked for']),
    'the time 0': plan(['the time 0']),
    'a claim without a name': plan(['the empty name']),
    'an empty digest': plan(['an empty element digest']),
    'a digest named as a member of every object': plan(['an element digest toString']),
  };
  for (const kind of kinds)
    it(`${kind}: ${says(kind)}. ${disagreements[kind].why}`, async () => {
      expect(await judge(examples[kind])).toEqual({ outcome: says(kind), kinds: [kind] });
    });

  it('has no example of a kind that is none', () => {
    expect(Object.keys(examples).sort()).toEqual([...kinds].sort());
  });
});

describe('both verifiers', () => {
  it('accept what has no fault, and read it alike', async () => {
    for (const gap of ['', ' ', '\r\n\t'] as const)
      for (const bound of [true, false])
        for (const hash of [null, 'sha-256'] as const)
          expect((await judge(plan([], { gap, bound, hash }))).outcome).toBe('both accept');
  });

  const harmless: readonly FaultName[] = [
    'a time with a fraction',
    'disclosures in reverse',
    'a disclosure dropped',
    'a digest toString',
    'an _sd without digests',
  ];
  for (const name of harmless)
    it(`accept ${name}`, async () => {
      expect((await judge(plan([name]))).outcome).toBe('both accept');
    });

  const refused: readonly FaultName[] = [
    'another issuer',
    'a signature altered',
    'no signature',
    'four segments',
    'an unknown hash',
    'a disclosure cut in the middle',
    'a disclosure that is null',
    'a disclosure with a byte order mark',
    'one element too many',
    'an empty disclosure',
    '_sd that is a number',
    '_sd that is an object',
    'no ~ at all',
    'no key binding',
    'no key in cnf',
    'the name cnf',
    'a key binding by another holder',
    'a key binding of another typ',
    'a key binding with alg none',
    'a disclosure dropped after the binding',
    'another sd_hash',
    'sd_hash by its old name',
    'no audience',
    'no time',
  ];
  for (const name of refused)
    it(`refuse ${name}`, async () => {
      expect((await judge(plan([name]))).outcome).toBe('both refuse');
    });

  it('take every other fault for what it is', async () => {
    const others = faultNames.filter((name) => ![...harmless, ...refused].includes(name));
    const outcomes = await Promise.all(others.map((name) => judge(plan([name]))));
    const agreedOn = others.filter((_, index) => outcomes[index]?.kinds.length === 0);
    expect(agreedOn).toEqual([]);
  });
});

describe('on random SD-JWTs', () => {
  it('our verifier and the oracle agree, or differ for a reason that is known', async () => {
    const numRuns = Number(process.env.FUZZ_RUNS ?? 3000);
    const seed = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };
    const property = fc.asyncProperty(plans, async (plan) => {
      const { outcome, kinds: reasons } = await judge(plan);
      if (agreed.has(outcome)) agreed.set(outcome, (agreed.get(outcome) ?? 0) + 1);
      for (const kind of reasons) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns, ...seed });
    // Neither is a verifier that refuses everything.
    expect(agreed.get('both accept')).toBeGreaterThan(numRuns / 10);
    expect(agreed.get('both refuse')).toBeGreaterThan(numRuns / 50);
  }, 600_000);
});

/**
 * Every MUST of RFC 9901 §4, §7.1 and §7.3, SD-JWT VC §2 and PROTOCOL §1 to §4: a card that is valid
 * but for one rule, and the reason that it gets. The guards stand in the sources beside the same
 * sections; that each is needed, mutation testing tells.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindOfReason, type ReasonCode } from '../../src/verdict/reasons.ts';
import { ReplayMemory } from '../../src/verdict/replay-memory.ts';
import { CaseRunner } from '../fixtures/checked-case.ts';
import { openHash } from '../fixtures/keyed-hash.ts';
import { makeTestWorld, shownAt, type TestWorld } from '../fixtures/test-world.ts';
import { credentialRules } from './rules/credential-rules.ts';
import { keyBindingRules } from './rules/key-binding-rules.ts';
import { listRules } from './rules/list-rules.ts';
import type { Rule } from './rules/rule.ts';
import { sdJwtRules } from './rules/sd-jwt-rules.ts';
import { textRules } from './rules/text-rules.ts';

let world: TestWorld;
let runner: CaseRunner;
beforeAll(async () => {
  world = await makeTestWorld();
  runner = await CaseRunner.in(world);
});
afterAll(() => world.remove());

const tables = {
  'the text': textRules,
  'the SD-JWT': sdJwtRules,
  'the key binding': keyBindingRules,
  'the credential': credentialRules,
  'the lists': listRules,
};

it('a card that breaks no rule is valid', async () => {
  expect(await runner.run({})).toMatchObject({ reasons: ['valid'], entitlement: 'granted' });
});

for (const [about, rules] of Object.entries(tables))
  describe(`a card that breaks a rule of ${about}`, () => {
    for (const [reason, broken] of Object.entries(rules) as [ReasonCode, readonly Rule[]][])
      for (const [section, asks, breakRule] of broken)
        it(`is ${reason} (${section}: ${asks})`, async () => {
          const verdict = await runner.run(breakRule(runner.keys));
          expect(verdict).toMatchObject({ reason, reasons: [reason] });
        });
  });

it('code-reused: the same code is not shown anew', async () => {
  const replay = new ReplayMemory(openHash);
  const code = await runner.code({});
  const at = (now: number) => runner.run({ text: () => code, context: { replay, now } });
  const first = shownAt * 1000;
  expect((await at(first)).reason).toBe('valid');
  expect((await at(first + 2500)).reason).toBe('valid');
  expect((await at(first + 5001)).reasons).toEqual(['code-reused']);
});

it('each reason has a card that is wrong in that way alone, but what only a camera sees', () => {
  const broken = new Set(Object.values(tables).flatMap((rules) => Object.keys(rules)));
  const others = ['valid', 'no-decode', 'code-reused'];
  expect(Object.keys(kindOfReason).filter((reason) => !broken.has(reason))).toHaveLength(3);
  expect([...broken, ...others].sort()).toEqual(Object.keys(kindOfReason).sort());
});

/**
 * A platform whose cryptography fails at any one call: whatever comes of the check then, nothing is
 * accepted, and nobody is shown. (PROTOCOL §4: what was not checked never reads as valid.)
 */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { check } from '../../src/verdict/check.ts';
import { contextOf } from './fuzz-world.ts';
import { type FuzzWorld, makeFuzzWorld } from './originals.ts';

let world: FuzzWorld;
beforeAll(async () => {
  world = await makeFuzzWorld();
});
afterEach(() => {
  vi.restoreAllMocks();
});

type Subtle = 'verify' | 'importKey' | 'digest';
const names: readonly Subtle[] = ['verify', 'importKey', 'digest'];
type Call = (...args: never[]) => Promise<unknown>;

/** Replaces the call of that number, among all calls of the platform's cryptography. */
function failAt(failing: number, instead: () => Promise<unknown>): () => number {
  const { subtle } = crypto;
  let calls = 0;
  for (const name of names) {
    const plain = subtle[name].bind(subtle) as Call;
    const mocked = vi.spyOn(subtle, name) as unknown as { mockImplementation(call: Call): void };
    mocked.mockImplementation((...args) => (calls++ === failing ? instead() : plain(...args)));
  }
  return () => calls;
}

const failures: Readonly<Record<string, () => Promise<unknown>>> = {
  'an operation error': () => Promise.reject(new DOMException('', 'OperationError')),
  'no such algorithm': () => Promise.reject(new DOMException('', 'NotSupportedError')),
  'an exception': () => Promise.reject(new TypeError('not a function')),
  'nothing at all': () => Promise.resolve(undefined),
};

describe('cryptography that fails', () => {
  for (const [what, instead] of Object.entries(failures))
    it(`never reads as accepted: ${what}`, async () => {
      for (const { code, name } of world.originals) {
        for (let failing = 0; ; failing++) {
          const calls = failAt(failing, instead);
          const verdict = await check(code, contextOf(world.generation)).catch(() => null);
          vi.restoreAllMocks();
          if (calls() <= failing) {
            expect(failing, name).toBeGreaterThan(1);
            expect(verdict?.reason, name).toBe('valid');
            break;
          }
          expect(verdict?.kind, `${name}, call ${failing}`).not.toBe('accepted');
          expect(verdict?.person ?? null).toBeNull();
        }
      }
    });
});

describe('lists that are not there or past their end', () => {
  it('never read as accepted', async () => {
    const { generation } = world;
    for (const { code } of world.originals) {
      const { manifest, policies } = generation;
      const expired = { ...generation, manifest: { ...manifest, exp: manifest.iat } };
      const outdated = { ...policies, minAppVersion: { build: 2, after: 0 } };
      expect((await check(code, contextOf(null))).reason).toBe('lists-missing');
      expect((await check(code, contextOf(expired))).reason).toBe('lists-expired');
      const late = { ...contextOf({ ...generation, policies: outdated }), buildTime: 1 };
      expect((await check(code, late)).reason).toBe('app-outdated');
      const early = { ...contextOf(generation), now: (manifest.iat - 60) * 1000 };
      expect((await check(code, early)).reason).toBe('clock-untrusted');
    }
  });
});

/** The training's specimens: each stands for its verdict, and none of them counts anywhere else. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { binaryOfBase64url } from '../../src/base/bytes.ts';
import { unpack } from '../../src/credential/unpack.ts';
import { createMemoryTrustStore } from '../../src/store/memory-trust-store.ts';
import { importBundle } from '../../src/sync/import-bundle.ts';
import { noProgress } from '../../src/sync/progress.ts';
import { syncFeed } from '../../src/sync/sync.ts';
import { packBundle } from '../../src/trust/bundle.ts';
import type { FeedFiles } from '../../src/trust/generation.ts';
import { check } from '../../src/verdict/check.ts';
import type { Entitlement, ReasonCode } from '../../src/verdict/reasons.ts';
import {
  type TrainingId,
  type TrainingTask,
  trainingTasks,
} from '../../src/verifier/models/training-tasks.ts';
import { lookOf } from '../../src/verifier/models/verdict-look.ts';
import { openTraining, type Training } from '../../src/verifier/training/open-training.ts';
import pack from '../../src/verifier/training/pack.json';
import { madeAt, makeTestWorld, outcome, type TestWorld } from '../fixtures/test-world.ts';

const verdicts: Readonly<Record<TrainingId, readonly [ReasonCode, Entitlement | null]>> = {
  valid: ['valid', 'granted'],
  'last-day': ['valid', 'granted'],
  'pupil-museum': ['valid', 'granted'],
  'no-age-limit': ['valid', 'granted'],
  'other-person': ['valid', 'granted'],
  birthday: ['valid', 'denied:over-age'],
  'over-age': ['valid', 'denied:over-age'],
  pupil: ['valid', 'denied:wrong-document'],
  expired: ['expired', null],
  'not-yet-valid': ['not-yet-valid', null],
  revoked: ['revoked', null],
  suspended: ['suspended', null],
  forged: ['bad-signature', null],
  unsigned: ['not-holder-bound', null],
  screenshot: ['stale-code', null],
  'unknown-issuer': ['unknown-issuer', null],
  'lists-expired': ['lists-expired', null],
  'age-hidden': ['valid', 'unknown:age-not-disclosed'],
  'no-portrait': ['valid', 'unknown:portrait-not-disclosed'],
  damaged: ['damaged', null],
  'other-code': ['not-a-card', null],
  mobywatel: ['not-a-card', null],
};
const ids = Object.keys(verdicts) as TrainingId[];
const unreadable: readonly string[] = ['damaged', 'other-code', 'mobywatel'];

let training: Training;
let world: TestWorld;
beforeAll(async () => {
  training = await openTraining();
  world = await makeTestWorld();
});
afterAll(() => world.remove());

const specimenOf = (id: TrainingId) => {
  const specimen = training.specimens.get(id);
  if (!specimen) throw new Error(`no specimen ${id}`);
  return specimen;
};

describe('a specimen of the training', () => {
  it('is there for each task, and no other is', () => {
    expect([...training.specimens.keys()].sort()).toEqual(Object.keys(trainingTasks).sort());
  });

  it.each(ids)('%s gets the verdict and the look that it stands for', async (id) => {
    const verdict = await training.check(specimenOf(id));
    expect([verdict.reason, verdict.entitlement]).toEqual(verdicts[id]);
    const task: TrainingTask = trainingTasks[id];
    expect(lookOf(verdict, 'unaided')).toBe(task.look);
    expect(verdict.specimen).toBe(true);
  });

  it('gets the same verdict when it is checked again', async () => {
    await training.check(specimenOf('valid'));
    expect((await training.check(specimenOf('valid'))).reason).toBe('valid');
  });

  it('is granted on the eve of the 26th birthday and denied on the day, with one card', async () => {
    const eve = await training.check(specimenOf('last-day'));
    const day = await training.check(specimenOf('birthday'));
    expect(eve.credential).toBe(day.credential);
    expect([eve.age, day.age]).toEqual([25, 26]);
    expect(eve.entitledThrough['rail-student-51']).toBe('2026-11-24');
  });

  it('shows the portrait of somebody else in one task alone', () => {
    const task = (id: TrainingId): TrainingTask => trainingTasks[id];
    expect(ids.filter((id) => task(id).right === 'other-person')).toEqual(['other-person']);
  });
});

describe('under the lists of a normal check', () => {
  it.each(ids.filter((id) => !unreadable.includes(id)))('%s is never accepted', async (id) => {
    const { code, at } = specimenOf(id);
    const verdict = await check(code, {
      generation: await world.open(),
      now: Math.min(at, (madeAt + 5 * 86_400) * 1000),
      buildTime: null,
      lastSeen: null,
      policies: ['rail-student-51', 'city-student-50', 'museum-1zl-26'],
      replay: null,
      specimen: true,
    });
    expect([verdict.kind, verdict.reason]).toEqual(['undecided', 'unknown-issuer']);
    expect(verdict.person).toBe(null);
  });
});

describe('the training’s own lists', () => {
  const feed: FeedFiles = {
    roots: [],
    manifest: pack.manifest,
    files: new Map(Object.entries(pack.files)),
  };
  const now = madeAt * 1000 + 86_400_000;

  it.each([
    ['alone', []],
    ['with their root', [pack.firstRoot]],
  ])('are refused as a file, %s', async (_, roots) => {
    const store = createMemoryTrustStore();
    const { firstRoot } = world;
    const imported = await importBundle(packBundle({ ...feed, roots }), { store, firstRoot, now });
    expect(outcome(imported)).toBe('feed-bad-signature');
    expect((await store.load()).stored).toBe(null);
  });

  it('are refused by a synchronisation', async () => {
    const store = createMemoryTrustStore();
    const texts = new Map([...feed.files, ['manifest.jwt', feed.manifest]]);
    const synced = await syncFeed({
      fetchFile: async (path) => {
        const text = texts.get(path);
        return new Response(text ?? null, { status: text === undefined ? 404 : 200 });
      },
      limits: { silence: 1000, file: 1000, whole: 5000 },
      pause: async () => undefined,
      onProgress: () => noProgress,
      store,
      firstRoot: world.firstRoot,
      now,
    });
    expect(outcome(synced)).toBe('feed-bad-signature');
    expect((await store.load()).stored).toBe(null);
  });

  it('come without any private key', () => {
    const codes = pack.specimens.flatMap(({ code }) => {
      const unpacked = unpack(code);
      return unpacked.ok ? [unpacked.value] : [];
    });
    const texts = [pack.firstRoot, pack.manifest, ...Object.values(pack.files), ...codes];
    const parts = texts.flatMap((text) => text.split(/[^\w-]+/));
    const said = parts.map((part) => binaryOfBase64url(part) ?? '').join(' ');
    expect(said).toContain('"kty":"EC"');
    expect(said + texts.join(' ')).not.toMatch(/"d"\s*:/);
  });

  it('take no more than 60 kB of the app, packed', () => {
    expect(gzipSync(JSON.stringify(pack)).length).toBeLessThan(60_000);
  });
});

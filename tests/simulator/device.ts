/**
 * A verifier's device in memory: it synchronises with a simulated feed, and decides about a plain card
 * of the first university by whatever generation it has, as the app does.
 */
import type { Result } from '../../src/base/result.ts';
import { pack } from '../../src/credential/pack.ts';
import { createMemoryTrustStore } from '../../src/store/memory-trust-store.ts';
import type { StoreContents, TrustStore } from '../../src/store/trust-store.ts';
import { restoreFeed } from '../../src/sync/adopt-feed.ts';
import { type FetchFile, type TimeLimits, timeLimits } from '../../src/sync/fetch-file.ts';
import { type Synced, type SyncFailure, syncFeed } from '../../src/sync/sync.ts';
import type { Generation } from '../../src/trust/generation.ts';
import { check } from '../../src/verdict/check.ts';
import type { ReasonCode } from '../../src/verdict/reasons.ts';
import { bindCard, type CardKeys, makeCard, makeCardKeys } from '../fixtures/hand-made-card.ts';
import type { Simulator } from './simulator.ts';

/** A device with an empty store. */
export interface Device {
  /** Synchronises now; `ok`, or why not. Patient as the app, where no limits are given. */
  sync(limits?: TimeLimits): Promise<SyncFailure | 'ok'>;
  /** The generation that decides. */
  generation(): Generation | null;
  /** What it says of a live card of the first university, number 4000 on its status list. */
  decide(): Promise<ReasonCode>;
  /** Forgets what is in memory and opens what is stored. */
  restart(): Promise<void>;
  /** Loses lists and memory but not the floors, as with a corrupted database and a witness elsewhere. */
  loseLists(): void;
  /** What is kept across restarts. */
  stored(): Promise<StoreContents>;
  /** What the last synchronisation gave. */
  last(): Result<Synced, SyncFailure> | null;
}

/** The number of the device's card on its status list. */
export const ownIndex = 4000;

/** For synchronisations that can only end by running out of patience. */
export const shortLimits: TimeLimits = { silence: 60, file: 150, whole: 2000 };

/** What a test may replace: the road to the feed, the root it was built with. */
export interface DeviceOptions {
  readonly fetchFile?: FetchFile;
  readonly firstRoot?: string;
}

/** Makes a device that was built with the feed's root 1. */
export async function createDevice(feed: Simulator, options: DeviceOptions = {}): Promise<Device> {
  const { fetchFile = feed.fetchFile, firstRoot = feed.firstRoot } = options;
  const memory = createMemoryTrustStore();
  let isLost = false;
  const store: TrustStore = {
    ...memory,
    async load() {
      const contents = await memory.load();
      return isLost ? { ...contents, stored: null, roots: [], files: new Map() } : contents;
    },
    async save(stored, lastSeen) {
      isLost = false;
      await memory.save(stored, lastSeen);
    },
  };
  const keys: CardKeys = {
    ...(await makeCardKeys()),
    issuer: (await feed.ring.get('okaz-a1')).key,
  };
  const card = await makeCard(keys);
  let generation: Generation | null = null;
  let last: Result<Synced, SyncFailure> | null = null;
  return {
    generation: () => generation,
    loseLists() {
      isLost = true;
      generation = null;
    },
    stored: () => store.load(),
    last: () => last,
    async sync(limits = timeLimits) {
      last = await syncFeed({
        fetchFile,
        limits,
        store,
        firstRoot,
        now: feed.now() * 1000,
        pause: async () => undefined,
        onProgress: () => undefined,
      });
      if (!last.ok) return last.failure;
      generation = last.value.generation;
      return 'ok';
    },
    async decide() {
      const code = pack(await bindCard(card, keys.holder, { payload: { iat: feed.now() } }));
      if (!code.ok) throw new Error(code.failure);
      const verdict = await check(code.value, {
        generation,
        now: feed.now() * 1000,
        buildTime: null,
        lastSeen: null,
        policies: ['rail-student-51'],
        replay: null,
        specimen: true,
      });
      return verdict.reason;
    },
    async restart() {
      generation = (await restoreFeed(await store.load(), firstRoot))?.generation ?? null;
    },
  };
}

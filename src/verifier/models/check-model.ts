/**
 * From a text to its verdict, for the camera and for whoever scans on purpose. The camera's texts come
 * many times a second: what was judged a moment ago is not checked again, and texts are dropped while
 * another is checked or the first lists are on their way. A deliberate scan comes once: it is always
 * checked, waits for those lists, and overtakes whatever else is going on. Which screen a verdict
 * leads to is left to the app's model. What stays in memory of a card are hashes under a key of this
 * page's own, each dropped when its time is over.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { makeKeyedHash } from '../../base/keyed-hash.ts';
import { undecodableAfter } from '../../scan/hints.ts';
import type { Policy } from '../../trust/policies.ts';
import { check } from '../../verdict/check.ts';
import { describeUndecodable } from '../../verdict/describe.ts';
import { ReplayMemory } from '../../verdict/replay-memory.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Screen } from './app-state.ts';
import type { ClockModel } from './clock-model.ts';
import { mayEnter, type Yielding, yielding } from './front.ts';
import { leadByPolicy } from './leading-policy.ts';
import { ScanSession } from './scan-session.ts';
import { SeenBefore, seenFor } from './seen-before.ts';
import type { TrustModel } from './trust-model.ts';

/** What checks depend on, and what becomes of them. */
export interface CheckModelDependencies {
  readonly trust: TrustModel;
  readonly clock: ClockModel;
  /** When this build was made, seconds since 1970. */
  readonly buildTime: number;
  /** The chosen discounts, the leading one first. */
  readonly policies: ReadonlySignal<readonly Policy[]>;
  /** What is in front, and whether the inspector keeps it there. */
  readonly screen: ReadonlySignal<Screen>;
  readonly held: ReadonlySignal<boolean>;
  onVerdict(judged: Judged): void;
  /** The platform broke down in mid-check: there is no verdict. */
  onFailed(): void;
  /** A deliberate scan waits for the first lists. */
  onWaiting(): void;
}

/** A verdict, and what of its check matters to whoever shows it. */
export interface Judged {
  /** Without the credential's hash: nobody after the check needs it. */
  readonly verdict: Verdict;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it was judged by, the leading one first. */
  readonly policies: readonly Policy[];
  /** Seconds since the same credential was checked before; null when it was not. */
  readonly seenAgo: number | null;
}

export interface CheckModel {
  /** Takes a text that the camera sees. */
  look(text: string): Promise<void>;
  /** Takes a text that somebody scanned on purpose, beginning `scannedAt` (milliseconds since 1970). */
  checkText(text: string, scannedAt: number): Promise<void>;
  /** Takes note of whether a code has been in view for long without reading. */
  noteUndecodable(isUndecodable: boolean): void;
  /** Lets everything in view be checked again. */
  startAnew(): void;
}

/** Makes the model. */
export function createCheckModel(dependencies: CheckModelDependencies): CheckModel {
  const { trust, clock, buildTime, policies, screen, held } = dependencies;
  const hash = makeKeyedHash(crypto.getRandomValues(new Uint8Array(32)));
  const replay = new ReplayMemory(hash);
  const session = new ScanSession(replay, hash);
  const seen = new SeenBefore();
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let scanning = false;
  /** Counts deliberate scans: what began before the newest one has nothing to show any more. */
  let turn = 0;
  /** The code that does not read has had its verdict. */
  let undecodableShown = false;
  /** Since when the scan screen is in front: a code must have been before it for as long as before the camera. */
  let scanningSince = 0;

  effect(() => {
    if (screen.value.name === 'scan') scanningSince = Date.now();
  });

  /** The first lists are on their way: a card held up now gets its verdict when they are here. */
  const awaitsFirstLists = computed(() => {
    const { state, wereLost } = trust.lists.value;
    if (state === 'opening') return true;
    const sync = trust.sync.value;
    const areComing = sync.name === 'idle' || (sync.name === 'running' && !sync.isWaiting);
    return state === 'missing' && !wereLost && areComing;
  });

  const firstListsSettled = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = effect(() => {
        if (awaitsFirstLists.value) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });

  /** A device that lies idle forgets, too. */
  function forgetInTime(): void {
    clearTimeout(forgetting);
    forgetting = setTimeout(() => {
      for (const memory of [seen, session, replay]) memory.forget(Date.now());
    }, seenFor + 1);
  }

  /** Since when the same card is known; only what came to a decision counts as a check. */
  function noteSeen({ kind }: Verdict, credential: string | null, at: number): number | null {
    if (credential === null) return null;
    const ago = seen.ago(credential, at);
    if (kind === 'accepted' || kind === 'rejected') seen.note(credential, at);
    return ago;
  }

  const judge = (text: string, scannedAt: number, chosen: readonly Policy[]): Promise<Verdict> =>
    check(text, {
      generation: trust.generation.peek(),
      now: Date.now(),
      scannedAt,
      buildTime,
      lastSeen: clock.lastSeen(),
      policies: chosen.map(({ id }) => id),
      ownPolicies: chosen,
      replay,
      specimen: trust.specimen.peek(),
    });

  /** Checks one text and shows its verdict where `isWanted` still agrees with it. */
  async function run(
    text: string,
    scannedAt: number,
    sighting: ReturnType<ScanSession['look']>,
    isWanted: (verdict: Verdict | null) => boolean,
  ): Promise<void> {
    const chosen = policies.peek();
    try {
      const verdict = await judge(text, scannedAt, chosen);
      if (!isWanted(verdict)) return;
      const at = Date.now();
      session.admit(sighting, verdict.kind, at);
      clock.noteVerdict(verdict, sighting.credential);
      const seenAgo = noteSeen(verdict, sighting.credential, at);
      forgetInTime();
      const led = leadByPolicy({ ...verdict, credential: null }, chosen);
      dependencies.onVerdict({ ...led, at, seenAgo });
    } catch (error) {
      // An error's message may quote what was checked; its name does not.
      console.error('check-failed', error instanceof Error ? error.name : '');
      if (!isWanted(null)) return;
      // Not once a frame: the card's next code is the next attempt.
      session.admit(sighting, 'undecided', Date.now());
      dependencies.onFailed();
    }
  }

  return {
    async look(text) {
      if (looking || scanning || awaitsFirstLists.peek()) return;
      const sighting = session.look(text, Date.now());
      const way = (): Yielding => yielding(screen.peek(), held.peek());
      if (!sighting.isNew || way() === 'to-nothing') return;
      const ownTurn = turn;
      looking = true;
      await run(
        text,
        Date.now(),
        sighting,
        // Asked when the verdict is there: what is in front may have changed meanwhile.
        (verdict) => ownTurn === turn && (!verdict || mayEnter(verdict, way())),
      );
      looking = false;
    },
    async checkText(text, scannedAt) {
      turn += 1;
      const ownTurn = turn;
      if (awaitsFirstLists.peek()) {
        dependencies.onWaiting();
        await firstListsSettled();
        if (ownTurn !== turn) return;
      }
      scanning = true;
      await run(text, scannedAt, session.look(text, Date.now()), () => ownTurn === turn);
      if (ownTurn === turn) scanning = false;
    },
    noteUndecodable(isUndecodable) {
      if (!isUndecodable) undecodableShown = false;
      if (!isUndecodable || undecodableShown || looking || scanning) return;
      const hasTried = Date.now() - scanningSince >= undecodableAfter;
      if (hasTried && screen.peek().name === 'scan') {
        undecodableShown = true;
        const generation = trust.generation.peek();
        const verdict = describeUndecodable({ generation, specimen: trust.specimen.peek() });
        dependencies.onVerdict({ verdict, at: Date.now(), policies: [], seenAgo: null });
      }
    },
    startAnew: () => session.clear(),
  };
}

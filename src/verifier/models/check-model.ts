/**
 * From a text to its verdict, for the camera and for whoever scans on purpose. The camera's texts come
 * many times a second: what was judged a moment ago is not checked again, and texts are dropped while
 * another is checked or the first lists are on their way. A deliberate scan comes once: it is always
 * checked, waits for those lists, and overtakes whatever else is going on. Which screen a verdict
 * leads to is left to the app's model.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
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
  /** `at` in milliseconds since 1970; `policies` are what it was judged by, the leading one first. */
  onVerdict(verdict: Verdict, at: number, policies: readonly Policy[]): void;
  /** The platform broke down in mid-check: there is no verdict. */
  onFailed(): void;
  /** A deliberate scan waits for the first lists. */
  onWaiting(): void;
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
  const replay = new ReplayMemory();
  const session = new ScanSession(replay);
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
      const led = leadByPolicy(verdict, chosen);
      dependencies.onVerdict(led.verdict, at, led.policies);
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
        dependencies.onVerdict(verdict, Date.now(), []);
      }
    },
    startAnew: () => session.clear(),
  };
}

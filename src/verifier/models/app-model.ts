/**
 * The app behind the screens: wires camera, checks and lists to one screen at a time, and decides when
 * to leave a verdict. Everything about a holder lives in the `verdict` screen state and goes with it.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Scanner, ScannerState } from '../../scan/scanner.ts';
import type { Policy } from '../../trust/policies.ts';
import { check } from '../../verdict/check.ts';
import { ReplayMemory } from '../../verdict/replay-memory.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { AppProps, CameraView, Screen } from './app-state.ts';
import type { ClockModel } from './clock-model.ts';
import { ScanSession } from './scan-session.ts';
import type { TrustModel } from './trust-model.ts';

export interface AppModelDependencies {
  readonly trust: TrustModel;
  readonly clock: ClockModel;
  readonly isPersistent: ReadonlySignal<boolean | null>;
  readonly buildTime: number;
  readonly updates: { readonly ready: ReadonlySignal<boolean>; apply(): void };
  readonly online: ReadonlySignal<boolean>;
  /** Remembers the chosen policy's id. */
  readonly memory: { read(): string | null; write(id: string): void };
  /** Hands a file to the person. */
  offerFile(name: string, bytes: Uint8Array<ArrayBuffer>): void;
  startScanner(
    video: HTMLVideoElement,
    onState: (state: ScannerState) => void,
    onText: (text: string) => void,
  ): Scanner;
}

const defaultPolicy = 'rail-student-51';
/** A granted verdict gives way to the next card by itself; any other waits, but not for ever. */
const grantedStays = 2000;
const anyStays = 60_000;

/** Makes the app's state and actions. */
export function createAppModel(dependencies: AppModelDependencies): AppProps {
  const { trust, clock, buildTime, updates, online, memory } = dependencies;
  const screen = signal<Screen>({ name: 'scan' });
  const camera = signal<CameraView>({ name: 'starting' });
  const held = signal(false);
  const chosenId = signal(memory.read() ?? defaultPolicy);
  const policies = computed(() => trust.generation.value?.policies.policies ?? []);
  const chosenPolicy = computed(() => choosePolicy(policies.value, chosenId.value));

  const replay = new ReplayMemory();
  const session = new ScanSession(replay);
  let scanner: Scanner | null = null;
  let checking = false;

  const showsGranted = (): boolean => {
    const shown = screen.peek();
    return shown.name === 'verdict' && shown.verdict.entitlement === 'granted' && !held.peek();
  };

  /** The first lists are on their way: a card held up now gets its verdict when they are here. */
  const awaitsFirstLists = (): boolean => {
    const { state, wereLost } = trust.lists.peek();
    if (state === 'opening') return true;
    const sync = trust.sync.peek();
    const areComing = sync.name === 'idle' || (sync.name === 'running' && !sync.isWaiting);
    return state === 'missing' && !wereLost && areComing;
  };

  const onText = async (text: string): Promise<void> => {
    if (checking || awaitsFirstLists()) return;
    checking = true;
    try {
      const sighting = session.look(text, Date.now());
      if (!sighting.isNew || !(screen.peek().name === 'scan' || showsGranted())) return;
      const verdict = await check(text, {
        generation: trust.generation.peek(),
        now: Date.now(),
        buildTime,
        lastSeen: clock.lastSeen(),
        policies: chosenPolicy.peek() ? [chosenPolicy.peek()?.id as string] : [],
        replay,
        specimen: trust.specimen.peek(),
      });
      const at = Date.now();
      session.admit(sighting, verdict.kind, at);
      clock.noteVerdict(verdict, sighting.credential);
      batch(() => {
        held.value = false;
        screen.value = { name: 'verdict', verdict, at };
      });
    } catch (error) {
      console.error(error);
    } finally {
      checking = false;
    }
  };

  effect(() => {
    const { state } = trust.lists.value;
    // A clock under which the lists are past their end may be the wrong one.
    if (state !== 'fresh' && state !== 'ageing') return;
    clock.note();
    const seen = clock.lastSeen();
    if (seen !== null) trust.noteTime(seen);
  });

  effect(() => {
    // New lists may decide otherwise: what was checked under the old ones may be checked again.
    if (trust.generation.value) session.clear();
  });

  effect(() => {
    const shown = screen.value;
    if (shown.name !== 'verdict') return undefined;
    const brief = shown.verdict.entitlement === 'granted' && !held.value;
    const timer = setTimeout(scanAgain, brief ? grantedStays : anyStays);
    return () => clearTimeout(timer);
  });

  document.addEventListener('visibilitychange', () => {
    const shown = screen.peek();
    if (document.visibilityState === 'hidden' && shown.name === 'verdict')
      screen.value = { ...shown, verdict: withoutPerson(shown.verdict) };
  });

  function scanAgain(): void {
    screen.value = { name: 'scan' };
  }

  async function exportLists(): Promise<void> {
    const bundle = await trust.exportBundle();
    if (bundle) dependencies.offerFile(`listy-${trust.lists.peek().generation}.zip`, bundle);
  }

  return {
    screen,
    camera,
    held,
    policies,
    chosenPolicy,
    online,
    lists: trust.lists,
    sync: trust.sync,
    clock: clock.clock,
    isPersistent: dependencies.isPersistent,
    updateReady: updates.ready,
    actions: {
      attachVideo(video) {
        scanner?.stop();
        scanner =
          video &&
          dependencies.startScanner(
            video,
            (state) => {
              camera.value = viewCamera(state);
            },
            (text) => void onText(text),
          );
      },
      scanAgain,
      hold() {
        held.value = true;
      },
      retryCamera: () => scanner?.retry(),
      syncNow: () => trust.syncNow(),
      importLists(file) {
        screen.value = { name: 'lists' };
        void trust.importBundle(file);
      },
      exportLists: () => void exportLists(),
      open(name) {
        screen.value = { name };
      },
      choosePolicy(id) {
        memory.write(id);
        // The card in view is to be judged by the new discount too.
        session.clear();
        batch(() => {
          chosenId.value = id;
          screen.value = { name: 'scan' };
        });
      },
      applyUpdate: () => updates.apply(),
    },
  };
}

const choosePolicy = (policies: readonly Policy[], id: string): Policy | null =>
  policies.find((policy) => policy.id === id) ??
  policies.find(({ unreviewed }) => !unreviewed) ??
  null;

/** What may stay when the app leaves the front: the decision, not the person. */
const withoutPerson = (verdict: Verdict): Verdict => ({
  ...verdict,
  person: null,
  age: null,
  school: null,
  credential: null,
});

const viewCamera = (state: ScannerState): CameraView =>
  state.name === 'live' ? { name: 'live' } : state;

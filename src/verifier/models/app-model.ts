/**
 * The app behind the screens: joins camera, checks, lists and what people bring in to one screen at a
 * time, and decides when to leave a verdict. Everything about a holder lives in the `verdict` screen
 * state and goes with it.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Outlook } from '../../scan/hints.ts';
import type { Scanner, ScannerState } from '../../scan/scanner.ts';
import type { Policy } from '../../trust/policies.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import type { AppProps, Screen } from './app-state.ts';
import type { ClockModel } from './clock-model.ts';
import { createHintModel } from './hint-model.ts';
import { createInputModel, type HardwareScanners } from './input-model.ts';
import { createLazyChecks } from './lazy-checks.ts';
import type { TrustModel } from './trust-model.ts';

export interface AppModelDependencies {
  readonly trust: TrustModel;
  readonly clock: ClockModel;
  readonly isPersistent: ReadonlySignal<boolean | null>;
  readonly buildTime: number;
  readonly updates: { readonly ready: ReadonlySignal<boolean>; apply(): void };
  readonly online: ReadonlySignal<boolean>;
  readonly hardware: HardwareScanners;
  /** Remembers the chosen policy's id. */
  readonly memory: ChoiceMemory;
  /** Loads what the camera does not need to start: the other screens and ways in. */
  loadRest(): Promise<void>;
  /** Hands a file to the person. */
  offerFile(name: string, bytes: Uint8Array<ArrayBuffer>): void;
  startScanner(video: HTMLVideoElement, events: ScannerEvents): Scanner;
}

/** What the scanner reports. */
export interface ScannerEvents {
  readonly onState: (state: ScannerState) => void;
  readonly onText: (text: string) => void;
  readonly onOutlook: (outlook: Outlook) => void;
}

const defaultPolicy = 'rail-student-51';
/** A granted verdict gives way to the next card by itself; any other waits, but not for ever. */
const grantedStays = 2000;
const anyStays = 60_000;
/** Milliseconds for which the rest of the app leaves the way to the camera; a person may be asked. */
const cameraGoesFirst = 2000;
/** Milliseconds in which its first picture is painted. */
const pictureGoesFirst = 100;

/** Makes the app's state and actions. */
export function createAppModel(dependencies: AppModelDependencies): AppProps {
  const { trust, clock, buildTime, updates, online, memory, hardware } = dependencies;
  const screen = signal<Screen>({ name: 'scan' });
  const camera = signal<ScannerState>({ name: 'starting' });
  const held = signal(false);
  const hints = createHintModel();
  const chosenId = signal(memory.read() ?? defaultPolicy);
  const policies = computed(() => trust.generation.value?.policies.policies ?? []);
  const chosenPolicy = computed(() => choosePolicy(policies.value, chosenId.value));
  let scanner: Scanner | null = null;

  const checks = createLazyChecks({
    trust,
    clock,
    buildTime,
    policy: chosenPolicy,
    screen,
    held,
    onVerdict(verdict, at, policy) {
      batch(() => {
        held.value = false;
        inputs.clearNotice();
        const shown = document.hidden ? withoutPerson(verdict) : verdict;
        screen.value = { name: 'verdict', verdict: shown, at, policy };
      });
    },
    loadRest: () => dependencies.loadRest(),
    onFailed: () => inputs.say({ name: 'failed', failure: 'check-failed' }),
    onWaiting: () => inputs.say({ name: 'awaiting-lists' }),
  });

  const inputs = createInputModel({
    scanner: () => scanner,
    checkText: (text, scannedAt) => checks.checkText(text, scannedAt),
    /** A notice is read where scans are made; whatever else was in front is not what it is about. */
    onNotice() {
      const { name } = screen.peek();
      if (name !== 'scan' && name !== 'inputs') scanAgain();
    },
  });

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
    if (trust.generation.value) checks.startAnew();
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
    hint: hints.hint,
    notice: inputs.notice,
    lastInput: inputs.lastInput,
    serial: hardware.serial,
    wedge: hardware.settings,
    lists: trust.lists,
    sync: trust.sync,
    clock: clock.clock,
    isPersistent: dependencies.isPersistent,
    updateReady: updates.ready,
    actions: {
      attachVideo(video) {
        scanner?.stop();
        if (video) setTimeout(checks.load, cameraGoesFirst);
        scanner =
          video &&
          dependencies.startScanner(video, {
            onState(state) {
              camera.value = state;
              if (state.name !== 'live') hints.clear();
              if (state.name !== 'starting') setTimeout(checks.load, pictureGoesFirst);
            },
            onText: (text) => void checks.look(text),
            onOutlook({ hint, isUndecodable }) {
              hints.note(hint, performance.now());
              checks.noteUndecodable(isUndecodable);
            },
          });
      },
      scanAgain,
      hold() {
        held.value = true;
      },
      retryCamera: () => scanner?.retry(),
      switchCamera: () => scanner?.switchCamera(),
      setTorch: (on) => scanner?.setTorch(on),
      setZoom: (value) => scanner?.setZoom(value),
      checkText: inputs.checkText,
      readPicture: (picture, source) => void inputs.readPicture(picture, source),
      refuseInput: (failure) => inputs.say({ name: 'failed', failure }),
      dismissNotice: inputs.clearNotice,
      connectSerial: () => hardware.connect(),
      setWedge: (settings) => hardware.set(settings),
      syncNow: () => trust.syncNow(),
      importLists(file) {
        screen.value = { name: 'lists' };
        void trust.importBundle(file);
      },
      exportLists: () => void exportLists(),
      open(name) {
        if (inputs.notice.peek()?.name === 'failed') inputs.clearNotice();
        screen.value = { name };
        checks.load();
      },
      choosePolicy(id) {
        memory.write(id);
        // The card in view is to be judged by the new discount too.
        checks.startAnew();
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

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
import { firstTexts, speak } from '../i18n/current-texts.ts';
import type { AppProps, Screen, VerdictView } from './app-state.ts';
import type { ClockModel } from './clock-model.ts';
import { createHintModel } from './hint-model.ts';
import { createInputModel, type HardwareScanners } from './input-model.ts';
import { createLazyChecks } from './lazy-checks.ts';
import type { LockModel } from './lock-model.ts';
import { makeRecordNumber } from './record-number.ts';
import { mostPolicies, type SettingsModel } from './settings.ts';
import type { Outcome, ShiftModel } from './shift-model.ts';
import type { TrustModel } from './trust-model.ts';
import { lookOf } from './verdict-look.ts';

export interface AppModelDependencies {
  readonly trust: TrustModel;
  readonly clock: ClockModel;
  readonly isPersistent: ReadonlySignal<boolean | null>;
  readonly buildTime: number;
  readonly updates: { readonly ready: ReadonlySignal<boolean>; apply(): void };
  readonly online: ReadonlySignal<boolean>;
  readonly hardware: HardwareScanners;
  readonly settings: SettingsModel;
  readonly shift: ShiftModel;
  readonly lock: LockModel;
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

/** Milliseconds that a verdict stays untouched; a granted one gives way sooner, as it is set. */
const anyStays = 60_000;
/** Milliseconds for which the rest of the app leaves the way to the camera; a person may be asked. */
const cameraGoesFirst = 2000;
/** Milliseconds in which its first picture is painted. */
const pictureGoesFirst = 100;

/** Makes the app's state and actions. */
export function createAppModel(dependencies: AppModelDependencies): AppProps {
  const { trust, clock, buildTime, updates, online, hardware } = dependencies;
  const { settings, shift, lock } = dependencies;
  const screen = signal<Screen>({ name: 'scan' });
  const camera = signal<ScannerState>({ name: 'starting' });
  const held = signal(false);
  const hints = createHintModel();
  const policies = computed(() => {
    const signed = trust.generation.value?.policies.policies;
    return signed ? [...signed, ...settings.value.value.ownPolicies] : [];
  });
  const chosenPolicies = computed(() => choose(policies.value, settings.value.value.policies));
  let scanner: Scanner | null = null;

  const checks = createLazyChecks({
    trust,
    clock,
    buildTime,
    policies: chosenPolicies,
    screen,
    held,
    onVerdict(verdict, at, judgedBy) {
      const number = makeRecordNumber();
      batch(() => {
        leaveVerdict();
        held.value = false;
        inputs.clearNotice();
        const shown = document.hidden ? withoutPerson(verdict) : verdict;
        screen.value = {
          name: 'verdict',
          verdict: shown,
          at,
          policies: judgedBy,
          number,
          seenAgo: null,
          look: 'unaided',
        };
        shift.note({
          number,
          at,
          outcome: lookOf(verdict, false),
          reason: verdict.reason,
          entitlement: verdict.entitlement,
          policies: judgedBy.map(({ id, version }) => ({ id, version })),
          generation: verdict.generation,
          listsAsOf: verdict.listsAsOf,
          build: buildTime,
        });
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
    if (shown.name !== 'verdict' && shown.name !== 'passenger') return undefined;
    const isBrief =
      shown.name === 'verdict' && shown.verdict.entitlement === 'granted' && !held.value;
    const brief = settings.value.peek().returnAfter * 1000;
    const timer = setTimeout(scanAgain, isBrief ? brief : anyStays);
    return () => clearTimeout(timer);
  });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden') return;
    const shown = screen.peek();
    if (shown.name === 'verdict') screen.value = wiped(shown);
    if (shown.name === 'passenger') screen.value = { ...shown, verdict: wiped(shown.verdict) };
  });

  effect(() => {
    const { language } = settings.value.value;
    if (language !== firstTexts().language) void speak(language).catch(() => undefined);
  });

  function scanAgain(): void {
    show({ name: 'scan' });
  }

  /** Leaves whatever is in front: a verdict is wiped, and its record's time begins to run. */
  function show(next: Screen): void {
    batch(() => {
      leaveVerdict();
      screen.value = next;
    });
  }

  function leaveVerdict(): void {
    const shown = screen.peek();
    if (shown.name === 'verdict') shift.release(shown.number);
    if (shown.name === 'passenger') shift.release(shown.verdict.number);
  }

  /** What the inspector's eyes add to the verdict in front. */
  function look(added: VerdictView['look'], outcome: Outcome): void {
    const shown = screen.peek();
    if (shown.name !== 'verdict') return;
    batch(() => {
      screen.value = { ...shown, look: added };
      shift.amend(shown.number, outcome);
    });
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
    chosenPolicies,
    settings: settings.value,
    shift,
    lock,
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
        show({ name: 'lists' });
        void trust.importBundle(file);
      },
      exportLists: () => void exportLists(),
      open(name) {
        if (inputs.notice.peek()?.name === 'failed') inputs.clearNotice();
        show({ name });
        checks.load();
      },
      openRecord: (number) => show({ name: 'record', number }),
      openOwnPolicy: (id) => show({ name: 'own-policy', id }),
      showPassenger() {
        const shown = screen.peek();
        if (shown.name === 'verdict') screen.value = { name: 'passenger', verdict: shown };
      },
      returnFromPassenger() {
        const shown = screen.peek();
        if (shown.name === 'passenger') screen.value = shown.verdict;
      },
      sayCompared: () => look('compared', 'granted'),
      sayOtherPerson: () => look('other-person', 'other-person'),
      choosePolicies(ids) {
        // The card in view is to be judged by the new discount too.
        checks.startAnew();
        settings.change({ policies: ids.slice(0, mostPolicies) });
      },
      changeSettings: (changed) => settings.change(changed),
      beginShift: () => shift.begin(),
      applyUpdate: () => updates.apply(),
    },
  };
}

/** The chosen among the known, in their order; without any of them the first that may be used. */
function choose(known: readonly Policy[], ids: readonly string[]): readonly Policy[] {
  const chosen = ids.flatMap((id) => known.find((policy) => policy.id === id) ?? []);
  if (chosen.length > 0) return chosen;
  const usual = known.find(({ unreviewed }) => !unreviewed);
  return usual ? [usual] : [];
}

const wiped = (shown: VerdictView): VerdictView => ({
  ...shown,
  verdict: withoutPerson(shown.verdict),
});

/** What may stay when the app leaves the front: the decision, not the person. */
const withoutPerson = (verdict: Verdict): Verdict => ({
  ...verdict,
  person: null,
  age: null,
  school: null,
  credential: null,
});

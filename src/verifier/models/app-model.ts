/**
 * The app behind the screens: joins camera, checks, lists and what people bring in to one screen at a
 * time, and sees to it that a verdict is left in order. What becomes of a verdict in front is left to
 * verdict-front.ts.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Outlook } from '../../scan/hints.ts';
import type { Scanner, ScannerState } from '../../scan/scanner.ts';
import { findEnrolment } from '../../trust/enrolment-link.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import { firstTexts, speak } from '../i18n/current-texts.ts';
import type { NewsModel } from '../whats-new/news-model.ts';
import { endOfBuild } from './app-end.ts';
import type { AppProps, Screen } from './app-state.ts';
import type { ClockModel } from './clock-model.ts';
import type { EnrolmentModel } from './enrolment-model.ts';
import { isFixed } from './fixed-settings.ts';
import { createHintModel } from './hint-model.ts';
import { createInputModel, type HardwareScanners } from './input-model.ts';
import type { InstallModel } from './install-model.ts';
import { offerLanguage } from './language-offer.ts';
import { createLazyChecks } from './lazy-checks.ts';
import type { LockModel } from './lock-model.ts';
import { createPolicyBar } from './policy-bar.ts';
import { findChosen } from './policy-order.ts';
import { firstSettings, mostPolicies, type SettingsModel } from './settings.ts';
import type { ShiftModel } from './shift-model.ts';
import type { TrustModel } from './trust-model.ts';
import { createVerdictFront } from './verdict-front.ts';

export interface AppModelDependencies {
  readonly trust: TrustModel;
  readonly clock: ClockModel;
  readonly isPersistent: ReadonlySignal<boolean | null>;
  readonly buildTime: number;
  readonly version: string;
  readonly install: InstallModel;
  readonly news: NewsModel;
  readonly updates: { readonly ready: ReadonlySignal<boolean>; apply(): void };
  readonly online: ReadonlySignal<boolean>;
  readonly hardware: HardwareScanners;
  readonly settings: SettingsModel;
  /** Whether the language was asked for. */
  readonly languageOffer: ChoiceMemory;
  /** Nothing has been set on this device before. */
  readonly isFirstVisit: boolean;
  /** What the bar of discounts on the scan screen holds. */
  readonly policyBar: ChoiceMemory;
  readonly shift: ShiftModel;
  readonly lock: LockModel;
  readonly enrolment: EnrolmentModel;
  beginAnew(): void;
  /** Loads what the camera does not need to start: the other screens and ways in. */
  loadRest(): Promise<void>;
  /** Hands a file to the person. */
  offerFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void;
  startScanner(video: HTMLVideoElement, events: ScannerEvents): Scanner;
}

/** What the scanner reports. */
export interface ScannerEvents {
  readonly onState: (state: ScannerState) => void;
  readonly onText: (text: string) => void;
  readonly onOutlook: (outlook: Outlook) => void;
}

/** Milliseconds for which the rest of the app leaves the way to the camera; a person may be asked. */
const cameraGoesFirst = 2000;
/** Milliseconds in which its first picture is painted. */
const pictureGoesFirst = 100;

/** Makes the app's state and actions. */
export function createAppModel(dependencies: AppModelDependencies): AppProps {
  const { trust, clock, buildTime, updates, online, hardware } = dependencies;
  const { settings, shift, lock, enrolment } = dependencies;
  const screen = signal<Screen>({ name: 'scan' });
  const camera = signal<ScannerState>({ name: 'starting' });
  const held = signal(false);
  const hints = createHintModel();
  const policies = computed(() => {
    const signed = trust.generation.value?.policies.policies;
    return signed ? [...signed, ...settings.value.value.ownPolicies] : [];
  });
  const chosenPolicies = computed(() => findChosen(policies.value, settings.value.value.policies));
  const policyBar = createPolicyBar({
    memory: dependencies.policyBar,
    known: policies,
    chosen: chosenPolicies,
    mayChange: computed(() => {
      const now = settings.value.value;
      return !now.kiosk && !isFixed(now, 'policies', lock.state.value);
    }),
  });
  const appEndsAt = computed(() =>
    endOfBuild(trust.generation.value?.policies.minAppVersion ?? null, buildTime),
  );
  const front = createVerdictFront({
    screen,
    held,
    settings: settings.value,
    shift,
    buildTime,
    scanAgain,
  });
  let scanner: Scanner | null = null;

  const checks = createLazyChecks({
    trust,
    clock,
    buildTime,
    policies: chosenPolicies,
    screen,
    held,
    onVerdict(judged) {
      batch(() => {
        front.leave();
        inputs.clearNotice();
        front.show(judged);
      });
    },
    loadRest: () => dependencies.loadRest(),
    onFailed: () => inputs.say({ name: 'failed', failure: 'check-failed' }),
    onWaiting: () => inputs.say({ name: 'awaiting-lists' }),
  });

  const inputs = createInputModel({
    scanner: () => scanner,
    async checkText(text, scannedAt) {
      if (isEnrolment(text)) takeEnrolment(text);
      else await checks.checkText(text, scannedAt);
    },
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

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') lock.close();
  });

  const languageOffer = offerLanguage({
    memory: dependencies.languageOffer,
    isFirstVisit: dependencies.isFirstVisit,
    isNeedless: () =>
      screen.value.name === 'verdict' ||
      settings.value.value.language !== firstSettings.language ||
      isFixed(settings.value.value, 'language', lock.state.value),
  });

  effect(() => {
    const { language } = settings.value.value;
    if (language !== firstTexts().language) void speak(language).catch(() => undefined);
  });

  effect(() => {
    // Whoever comes next to a kiosk is a guest again.
    if (settings.value.value.kiosk && screen.value.name === 'scan') lock.close();
  });

  /** An operator's settings are no card. In a kiosk guests hold up codes: theirs set nothing. */
  const isEnrolment = (text: string): boolean =>
    !settings.value.peek().kiosk && findEnrolment(text) !== null;

  function takeEnrolment(text: string): void {
    void enrolment.take(text);
    show({ name: 'enrolment' });
    checks.load();
  }

  function see(text: string): void {
    if (!isEnrolment(text)) void checks.look(text);
    else if (enrolment.isNewInView(text, Date.now()) && screen.peek().name === 'scan')
      takeEnrolment(text);
  }

  function scanAgain(): void {
    show({ name: 'scan' });
  }

  /** Leaves whatever is in front: a verdict is wiped, and its record's time begins to run. */
  function show(next: Screen): void {
    batch(() => {
      front.leave();
      screen.value = next;
    });
  }

  async function exportLists(): Promise<void> {
    const bundle = await trust.exportBundle();
    const name = `listy-${trust.lists.peek().generation}.zip`;
    if (bundle) dependencies.offerFile(name, bundle, 'application/zip');
  }

  return {
    screen,
    camera,
    held,
    policies,
    chosenPolicies,
    policyBar,
    appEndsAt,
    settings: settings.value,
    shift,
    lock,
    enrolment: enrolment.view,
    online,
    hint: hints.hint,
    notice: inputs.notice,
    lastInput: inputs.lastInput,
    serial: hardware.serial,
    wedge: hardware.settings,
    lists: trust.lists,
    listsDetails: trust.details,
    languageOffer: languageOffer.isOpen,
    sync: trust.sync,
    clock: clock.clock,
    isPersistent: dependencies.isPersistent,
    updateReady: updates.ready,
    build: { version: dependencies.version, time: buildTime },
    install: dependencies.install,
    news: dependencies.news,
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
            onText: see,
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
      sayPortraitFailed: () => front.compare('portrait-failed'),
      sayCompared: () => front.compare('compared'),
      sayOtherPerson: () => front.compare('other-person'),
      takeBackOtherPerson: () => front.takeBackOtherPerson(),
      choosePolicies(ids) {
        if (ids.length === 0) return;
        // The card in view is to be judged by the new discount too.
        checks.startAnew();
        settings.change({ policies: ids.slice(0, mostPolicies) });
      },
      changeSettings: (changed) => settings.change(changed),
      chooseLanguage(language) {
        languageOffer.close();
        settings.change({ language });
      },
      takeEnrolment,
      applyEnrolment() {
        checks.startAnew();
        enrolment.apply();
        scanAgain();
      },
      beginAnew: () => dependencies.beginAnew(),
      beginShift: () => shift.begin(),
      endShift: () => shift.end(),
      resumeShift: () => shift.resume(),
      offerFile: dependencies.offerFile,
      applyUpdate: () => updates.apply(),
    },
  };
}

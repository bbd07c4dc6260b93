/**
 * What the verifier's view is given: one state union per concern, and the actions that it may ask
 * for. The view only reads these signals; the camera, the lists and the checks behind them belong
 * to the model that fills them.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Hint } from '../../scan/hints.ts';
import type { ScannerState } from '../../scan/scanner.ts';
import type { SerialState } from '../../scan/serial-scanner.ts';
import type { WedgeSettings } from '../../scan/wedge.ts';
import type { SyncProgress } from '../../sync/progress.ts';
import type { SyncFailure } from '../../sync/sync.ts';
import type { WorkerDeath } from '../../sync/sync-link.ts';
import type { StatusCounts } from '../../trust/count-statuses.ts';
import type { ListsState } from '../../trust/freshness.ts';
import type { Policy } from '../../trust/policies.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { Language } from '../i18n/language.ts';
import type { NewsModel } from '../whats-new/news-model.ts';
import type { EnrolmentView } from './enrolment-model.ts';
import type { InstallModel } from './install-model.ts';
import type { ListsChanges } from './lists-changes.ts';
import type { LockModel } from './lock-model.ts';
import type { PolicyBar } from './policy-bar.ts';
import type { Settings } from './settings.ts';
import type { ShiftModel } from './shift-model.ts';
import type { Comparison } from './verdict-look.ts';

/** What this browser lacks and the app cannot do without. */
export type MissingCapability =
  | 'indexed-db'
  | 'service-worker'
  | 'camera'
  | 'web-crypto'
  | 'web-worker';

/** Why lists could not be fetched, imported or kept. */
export type ListsFailure = SyncFailure | WorkerDeath;

/** Where lists were to come from. */
export type ListsSource = 'network' | 'file';

/** The last attempt to get lists; `at` and `restsUntil` in milliseconds since 1970. */
export type SyncView =
  | { readonly name: 'idle' }
  | {
      readonly name: 'running';
      readonly progress: SyncProgress;
      /** No byte has come for a while. */
      readonly isWaiting: boolean;
    }
  | {
      readonly name: 'done';
      readonly at: number;
      readonly isNew: boolean;
      readonly source: ListsSource;
    }
  | {
      readonly name: 'failed';
      readonly failure: ListsFailure;
      readonly at: number;
      readonly source: ListsSource;
      /** After failures in a row the device stays offline until then; null while it goes on trying. */
      readonly restsUntil: number | null;
    };

/** The lists in force; times in milliseconds since 1970, null without lists. */
export interface ListsView {
  /** `opening` until the device's storage has been read. */
  readonly state: ListsState | 'opening';
  /** The device had lists once: they are missing by loss, not because they never came. */
  readonly wereLost: boolean;
  readonly asOf: number | null;
  readonly freshUntil: number | null;
  readonly decidesUntil: number | null;
  readonly syncedAt: number | null;
  readonly generation: number | null;
  readonly issuers: number;
  /** The lists come from a made-up world. */
  readonly specimen: boolean;
}

/** What the lists hold and what is known of fetching more; for the lists screen alone. */
export interface ListsDetails {
  readonly counts: StatusCounts | null;
  /** What the newest lists that came in this session changed; null while none came after others. */
  readonly changes: ListsChanges | null;
  /** Bytes that the last attempt left unfetched; null when that is not known. */
  readonly bytesLeft: number | null;
}

/** What speaks against this device's clock, in whole minutes. */
export type ClockView =
  | { readonly name: 'steady' }
  | { readonly name: 'ahead' | 'behind' | 'set-back'; readonly minutes: number };

/** How a text came in that was scanned on purpose; the camera looks by itself. */
export type InputSource = 'wedge' | 'serial' | 'picture' | 'paste' | 'drop' | 'share';

/** Why what somebody brought in led to no verdict. */
export type InputFailure =
  | 'picture-without-code'
  | 'picture-unreadable'
  | 'decoder-failed'
  | 'file-unknown'
  | 'share-lost'
  | 'check-failed';

/** What is said of a scan that has no verdict, or none yet. */
export type Notice =
  | { readonly name: 'reading-picture' }
  | { readonly name: 'awaiting-lists' }
  | { readonly name: 'failed'; readonly failure: InputFailure };

/** The newest scan on purpose: when, in milliseconds since 1970, and how. Never what. */
export interface LastInput {
  readonly at: number;
  readonly source: InputSource;
}

/** The screen in front of the inspector. */
export type Screen =
  | VerdictView
  /** Turned to the passenger, who sees no person on it; `verdict` is what to come back to. */
  | { readonly name: 'passenger'; readonly verdict: VerdictView }
  | { readonly name: 'record'; readonly number: string }
  | { readonly name: 'own-policy'; readonly id: string | null }
  | { readonly name: PageName };

/** The screens that are opened by their name alone. */
export type PageName =
  | 'scan'
  | 'menu'
  | 'lists'
  | 'policies'
  | 'inputs'
  | 'shift'
  | 'by-eye'
  | 'training'
  | 'settings'
  | 'enrolment'
  | 'install'
  | 'about';

/** A verdict in front of the inspector. */
export interface VerdictView {
  readonly name: 'verdict';
  readonly verdict: Verdict;
  /** When the card was checked, milliseconds since 1970. */
  readonly at: number;
  /** What the verdict was judged by, the leading one first. */
  readonly policies: readonly Policy[];
  /** The record's number, for the paper summons. */
  readonly number: string;
  /** Seconds since the same credential was checked before on this device; null when it was not. */
  readonly seenAgo: number | null;
  /** What the inspector's own eyes have added. */
  readonly look: Comparison;
}

/** What the view may ask the model to do. */
export interface AppActions {
  /** Hands over the one video element of the page; null when the page goes. */
  attachVideo(video: HTMLVideoElement | null): void;
  scanAgain(): void;
  /** Keeps a granted verdict on the screen instead of returning by itself. */
  hold(): void;
  retryCamera(): void;
  switchCamera(): void;
  setTorch(on: boolean): void;
  setZoom(value: number): void;
  /** Takes the text of a code that somebody scanned on purpose; `took`: milliseconds of typing, 0 if not given. */
  checkText(text: string, source: InputSource, took?: number): void;
  /** Takes a picture that may show a code; nothing of it is kept. */
  readPicture(picture: Blob, source: InputSource): void;
  /** Says why what somebody brought in cannot be read. */
  refuseInput(failure: InputFailure): void;
  dismissNotice(): void;
  /** Asks the person for a scanner on a serial port. */
  connectSerial(): void;
  setWedge(settings: WedgeSettings): void;
  syncNow(): void;
  /** Takes lists from a file that a person chose or dropped. */
  importLists(file: Blob): void;
  /** Offers the lists as a file to keep or pass on. */
  exportLists(): void;
  open(screen: PageName): void;
  /** The dispute record of one check. */
  openRecord(number: string): void;
  /** Makes a discount of this venue's own, or changes the one with this id. */
  openOwnPolicy(id: string | null): void;
  /** Turns the verdict in front to the passenger, and back. */
  showPassenger(): void;
  returnFromPassenger(): void;
  /** The browser could not paint the signed portrait. */
  sayPortraitFailed(): void;
  /** The holder was compared with another document, the card having no portrait to show. */
  sayCompared(): void;
  /** The card is in order, and its bearer is somebody else. */
  sayOtherPerson(): void;
  takeBackOtherPerson(): void;
  /** Ids, the leading one first: one to three. */
  choosePolicies(ids: readonly string[]): void;
  changeSettings(changed: Partial<Settings>): void;
  /** Answers the offer of the first visit. */
  chooseLanguage(language: Language): void;
  /** Takes an operator's settings as a link or the text of a QR, and shows what they would set. */
  takeEnrolment(text: string): void;
  /** Sets what is offered, and goes on to scanning. */
  applyEnrolment(): void;
  /** Wipes everything that this app keeps on the device, and opens it as on the first day. */
  beginAnew(): void;
  /** Begins a shift under the chosen discounts. */
  beginShift(): void;
  endShift(): void;
  /** Goes on with the shift that was ended last. */
  resumeShift(): void;
  /** Hands a file to the person; `type` is its media type. */
  offerFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void;
  applyUpdate(): void;
}

/** Everything that the view reads, and the actions. */
export interface AppProps {
  readonly screen: ReadonlySignal<Screen>;
  readonly camera: ReadonlySignal<ScannerState>;
  /** What would help the camera; null when nothing is needed. */
  readonly hint: ReadonlySignal<Hint | null>;
  readonly notice: ReadonlySignal<Notice | null>;
  readonly lastInput: ReadonlySignal<LastInput | null>;
  readonly serial: ReadonlySignal<SerialState>;
  readonly wedge: ReadonlySignal<WedgeSettings>;
  readonly lists: ReadonlySignal<ListsView>;
  readonly sync: ReadonlySignal<SyncView>;
  readonly listsDetails: ReadonlySignal<ListsDetails>;
  readonly clock: ReadonlySignal<ClockView>;
  /** Whether the browser has promised not to clear the lists by itself; null while it has not said. */
  readonly isPersistent: ReadonlySignal<boolean | null>;
  readonly online: ReadonlySignal<boolean>;
  readonly policies: ReadonlySignal<readonly Policy[]>;
  /** Those that a check is judged by, the leading one first; empty without lists. */
  readonly chosenPolicies: ReadonlySignal<readonly Policy[]>;
  /** The discounts that are one tap away on the scan screen. */
  readonly policyBar: ReadonlySignal<PolicyBar>;
  /** From when on this build decides nothing, milliseconds since 1970; null where no day is set. */
  readonly appEndsAt: ReadonlySignal<number | null>;
  readonly settings: ReadonlySignal<Settings>;
  /** Nobody has chosen a language on this device yet, nor checked a card without. */
  readonly languageOffer: ReadonlySignal<boolean>;
  readonly shift: ShiftModel;
  readonly lock: LockModel;
  readonly enrolment: ReadonlySignal<EnrolmentView>;
  /** The verdict on the screen stays until the inspector goes on. */
  readonly held: ReadonlySignal<boolean>;
  readonly updateReady: ReadonlySignal<boolean>;
  /** This build: its version, and when it was made, seconds since 1970. */
  readonly build: { readonly version: string; readonly time: number };
  readonly install: InstallModel;
  readonly news: NewsModel;
  readonly actions: AppActions;
}

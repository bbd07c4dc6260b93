/**
 * What a language must say as soon as the app opens: the scan screen, lists, and whatever may stand in
 * the way. Every code that can reach the screen is a key, so that a language with a missing text does
 * not compile. The texts of the other screens are in texts/.
 */

import type { Hint } from '../../scan/hints.ts';
import type { ScanFailure } from '../../scan/scanner.ts';
import type { SyncProgress } from '../../sync/progress.ts';
import type {
  ClockView,
  InputFailure,
  ListsFailure,
  ListsView,
  MissingCapability,
} from '../models/app-state.ts';
import type { Formats } from './formats.ts';
import type { Language } from './language.ts';

/** One plain sentence and what to do next. */
export interface Advice {
  readonly sentence: string;
  readonly nextStep: string;
}

/** What is said before the other screens are there, in one language. */
export interface FirstTexts {
  readonly language: Language;
  readonly formats: Formats;
  /** Of the page, in the browser's own list of pages. */
  readonly appTitle: string;
  readonly cameraFailures: Readonly<Record<ScanFailure, Advice>>;
  readonly inputFailures: Readonly<Record<InputFailure, Advice>>;
  readonly syncFailures: Readonly<Record<ListsFailure, Advice>>;
  readonly missingCapabilities: Readonly<Record<MissingCapability, Advice>>;
  readonly scan: {
    readonly title: string;
    readonly aim: string;
    readonly starting: string;
    readonly startingHint: string;
    readonly policy: string;
    readonly noPolicy: string;
    readonly lists: string;
    readonly listsChip: (state: ListsView['state'], when: string | null) => string;
    readonly listsOffline: string;
    readonly specimen: string;
    readonly listsMissing: string;
    readonly listsLost: string;
    readonly listsExpired: string;
    readonly listsAgeing: (until: string) => string;
    /** What speaks against this device's clock, by about so many minutes. */
    readonly clock: Readonly<
      Record<Exclude<ClockView['name'], 'steady'>, (minutes: number) => string>
    >;
    /** The deed that helps a code to be read. */
    readonly hints: Readonly<Record<Hint, string>>;
    /** Glare that the inspector's own light may make. */
    readonly torchGlare: string;
    readonly torch: string;
    readonly switchCamera: string;
    readonly zoom: string;
    readonly byEye: string;
    readonly menu: string;
    /** In a kiosk, on the way to everything else. */
    readonly staff: string;
    readonly retryCamera: string;
    readonly cameraCode: (code: string) => string;
    readonly updateReady: string;
    readonly update: string;
    /** On the way to all discounts, and where a shift's discount is not the right one. */
    readonly changePolicy: string;
    /** Names the discounts that are one tap away. */
    readonly policyBar: string;
    /** Judges all of those at once. */
    readonly together: string;
    readonly newShift: string;
    readonly confirmShift: string;
    /** From that day on this version decides nothing. */
    readonly appEnds: (day: string) => string;
    readonly appEnded: string;
  };
  readonly lists: {
    readonly titles: Readonly<Record<ListsView['state'], string>>;
    /** For lists of an earlier day. */
    readonly daysOld: (days: number) => string;
    readonly leads: Readonly<Record<ListsView['state'], string>>;
    readonly lost: string;
    readonly asOf: string;
    readonly freshUntil: string;
    readonly decidesUntil: string;
    readonly issuers: string;
    readonly generation: string;
    readonly lastSync: string;
    readonly syncIdle: string;
    readonly syncRunning: string;
    readonly syncDone: (when: string) => string;
    /** Read from a file. */
    readonly readDone: (when: string) => string;
    /** The next step after a file that did not hold. */
    readonly askForFile: string;
    readonly progress: (progress: SyncProgress) => string;
    /** No byte for a while; `kept` when older lists go on deciding. */
    readonly waiting: (kept: boolean) => string;
    readonly restsUntil: (when: string) => string;
    readonly upToDate: string;
    readonly syncFailed: (when: string) => string;
    readonly none: string;
    readonly kept: string;
    readonly offline: string;
    readonly timeLeft: string;
    readonly fetch: string;
    readonly fetchNow: string;
    readonly fetching: string;
    readonly importFile: string;
    readonly exportFile: string;
    readonly persistence: string;
    readonly persistent: string;
    readonly notPersistent: string;
  };
  readonly notices: {
    readonly reading: string;
    readonly awaitingLists: string;
    readonly dismiss: string;
  };
  readonly unsupported: { readonly title: string; readonly lead: string; readonly remedy: string };
}

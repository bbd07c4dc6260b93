/**
 * What a language must say. Every code that can reach the screen is a key here, so that a language
 * with a missing text does not compile. The texts themselves lie in one file per language; figures
 * are written by `formats`.
 */

import type { Hint } from '../../scan/hints.ts';
import type { ScanFailure } from '../../scan/scanner.ts';
import type { SerialState } from '../../scan/serial-scanner.ts';
import type { SyncProgress } from '../../sync/progress.ts';
import type { LocalizedText } from '../../trust/policies.ts';
import type { Entitlement, OtherCodeHint, ReasonCode } from '../../verdict/reasons.ts';
import type {
  ClockView,
  InputFailure,
  ListsFailure,
  ListsView,
  MissingCapability,
} from '../models/app-state.ts';
import type { VerdictLook } from '../models/verdict-look.ts';
import type { Formats } from './formats.ts';

/** One plain sentence and what to do next. */
export interface Advice {
  readonly sentence: string;
  readonly nextStep: string;
}

/** Advice with the short line that stands under the headline. */
export interface ReasonText extends Advice {
  readonly line: string;
}

/** Advice with a headline of its own. */
export interface EntitlementText extends Advice {
  readonly headline: string;
}

/** All texts of the verifier in one language. */
export interface Texts {
  readonly language: keyof LocalizedText;
  readonly formats: Formats;
  readonly headlines: Readonly<Record<Exclude<VerdictLook, 'granted' | 'denied'>, string>>;
  readonly reasons: Readonly<Record<ReasonCode, ReasonText>>;
  readonly entitlements: Readonly<Record<Entitlement, EntitlementText>>;
  readonly hints: Readonly<Record<OtherCodeHint, string>>;
  readonly cameraFailures: Readonly<Record<ScanFailure, Advice>>;
  readonly inputFailures: Readonly<Record<InputFailure, Advice>>;
  readonly syncFailures: Readonly<Record<ListsFailure, Advice>>;
  readonly missingCapabilities: Readonly<Record<MissingCapability, Advice>>;
  readonly verdict: {
    /** `gives` as the policy says it; `day` already formatted. */
    readonly grantedThrough: (gives: string, day: string) => string;
    readonly granted: (gives: string) => string;
    readonly overAge: (limit: { readonly years: number; readonly inclusive: boolean }) => string;
    readonly underAge: (years: number) => string;
    /** `ago` as in "58 minut temu". */
    readonly staleCode: (ago: string) => string;
    /** `ahead` as in "za 2 minuty". */
    readonly codeFromFuture: (ahead: string) => string;
    readonly noPolicy: EntitlementText;
    readonly portraitNotShown: EntitlementText;
    readonly validThrough: (day: string) => string;
    readonly termThrough: (day: string) => string;
    readonly ageHidden: string;
    readonly nameHidden: string;
    readonly nameStripped: string;
    readonly portraitAlt: string;
    readonly portraitMissing: string;
    readonly listsOf: (when: string) => string;
    readonly listsNone: string;
    readonly today: (time: string) => string;
    readonly yesterday: (time: string) => string;
    readonly hold: string;
    readonly held: string;
    readonly scanOn: string;
    readonly specimen: string;
  };
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
    readonly otherWays: string;
    readonly retryCamera: string;
    readonly cameraCode: (code: string) => string;
    readonly updateReady: string;
    readonly update: string;
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
  readonly policies: {
    readonly title: string;
    readonly lead: string;
    readonly empty: string;
    readonly unreviewed: string;
  };
  readonly inputs: {
    readonly title: string;
    readonly picture: string;
    readonly choosePicture: string;
    readonly pictureNote: string;
    readonly reading: string;
    readonly awaitingLists: string;
    readonly dismiss: string;
    readonly scanner: string;
    readonly scannerNote: string;
    readonly prefix: string;
    readonly suffix: string;
    /** What to write into the two fields. */
    readonly affixNote: string;
    readonly lastScan: (time: string) => string;
    readonly noScan: string;
    readonly connectSerial: string;
    readonly serial: Readonly<Record<Exclude<SerialState, 'unsupported'>, string>>;
  };
  readonly unsupported: { readonly title: string; readonly lead: string; readonly remedy: string };
  readonly back: string;
}

/**
 * What a language says on the lists screen beyond what is said of lists as soon as the app opens: what
 * the lists hold, what the newest of them changed, the clock, and how the device keeps them.
 */
import type { ClockView } from '../../models/app-state.ts';

/** The later texts of the lists screen. */
export interface ListsPageTexts {
  readonly listsPage: {
    /** On the button that fetches, when something is known to be left to fetch. */
    readonly fetchRest: (kilobytes: string) => string;
    readonly entries: string;
    /** Lists have room for more cards than there are. */
    readonly entriesAtMost: (count: number) => string;
    readonly revoked: string;
    readonly suspended: string;
    readonly clock: string;
    readonly clockStates: Readonly<Record<ClockView['name'], string>>;
    /** Above what the newest lists changed. */
    readonly changes: string;
    /** The numbers of the lists before and of those that came. */
    readonly between: (from: number, to: number) => string;
    readonly unchanged: string;
    readonly issuersAdded: (count: number) => string;
    readonly issuersRemoved: (count: number) => string;
    readonly issuersChanged: (count: number) => string;
    readonly revokedChange: (difference: number) => string;
    readonly suspendedChange: (difference: number) => string;
    readonly policiesAdded: string;
    readonly policiesRemoved: string;
    readonly policiesChanged: string;
    /** One statutory extension: cards that end in these days hold until `newEnd`. */
    readonly extensionAdded: (days: ExtensionDays) => string;
    readonly extensionRemoved: (days: ExtensionDays) => string;
    readonly rulesChanged: string;
    readonly andMore: (count: number) => string;
    /** Beside lists that the browser may clear by itself. */
    readonly keepAdvice: string;
    readonly installHelp: string;
  };
}

/** Days of an extension, as they are written. */
export interface ExtensionDays {
  readonly from: string;
  readonly to: string;
  readonly newEnd: string;
}

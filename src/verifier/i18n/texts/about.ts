/**
 * What a language says of the app itself: what it does and does not do, what changed in each
 * version, and the facts for support.
 */
import type { FactName, FactWord } from '../../models/diagnostics.ts';
import type { Release } from '../../whats-new/releases.ts';

/** The texts of the about screen. */
export interface AboutTexts {
  readonly about: {
    readonly title: string;
    readonly version: (version: string, day: string) => string;
    readonly does: string;
    readonly doing: readonly string[];
    readonly doesNot: string;
    readonly notDoing: readonly string[];
    readonly privacy: string;
    readonly keeping: readonly string[];
    readonly source: string;
    readonly sourceNote: string;
    readonly news: string;
    readonly openNews: string;
    readonly changes: Readonly<Record<Release, readonly string[]>>;
    readonly support: string;
    readonly supportNote: string;
    readonly copy: string;
    readonly copied: string;
    /** Over the field to copy from where the clipboard is closed. */
    readonly copyByHand: string;
    readonly facts: Readonly<Record<FactName, string>>;
    readonly words: Readonly<Record<FactWord, string>>;
    readonly yes: string;
    readonly no: string;
    readonly unknown: string;
  };
}

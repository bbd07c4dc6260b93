/**
 * What a language says on the screens of training: what happens in each specimen's situation and what
 * it teaches, what can be done, and the words around them.
 */
import type { TrainingDeed, TrainingId } from '../../models/training-tasks.ts';

/** A situation and what it teaches. */
export interface TrainingCase {
  readonly situation: string;
  readonly lesson: string;
}

/** The texts of training. */
export interface TrainingTexts {
  readonly training: {
    readonly title: string;
    /** Across every screen of it, so that nobody takes it for a check. */
    readonly strip: string;
    readonly lead: string;
    readonly steps: readonly string[];
    readonly note: string;
    readonly begin: string;
    readonly opening: string;
    readonly failed: string;
    readonly failedNext: string;
    readonly retry: string;
    readonly leave: string;
    readonly numbered: (number: number, of: number) => string;
    readonly now: string;
    readonly policy: string;
    readonly bearer: string;
    readonly bearerAlt: string;
    readonly code: string;
    readonly codeAlt: string;
    readonly scan: string;
    readonly goOn: string;
    readonly question: string;
    readonly signedPortrait: string;
    readonly right: string;
    readonly wrong: string;
    readonly chosen: string;
    readonly better: string;
    readonly next: string;
    readonly toScore: string;
    readonly score: (right: number, of: number) => string;
    readonly allRight: string;
    readonly toRepeat: string;
    readonly again: string;
    readonly deeds: Readonly<Record<TrainingDeed, string>>;
    readonly cases: Readonly<Record<TrainingId, TrainingCase>>;
  };
}

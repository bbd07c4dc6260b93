/**
 * What a language says on the screens of the check by eye: every kind of document, and a question
 * with what to look at for every step.
 */
import type { EyeKind, EyeStep } from '../../models/by-eye-steps.ts';

/** The texts of the check by eye. */
export interface ByEyeTexts {
  readonly byEye: {
    /** Stands over every screen of it. */
    readonly label: string;
    readonly title: string;
    readonly kinds: Readonly<Record<EyeKind, string>>;
    /** What is known of documents that only look right. */
    readonly cautions: readonly string[];
    readonly steps: Readonly<Record<EyeStep, { readonly question: string; readonly look: string }>>;
    readonly progress: (kind: string, step: number, steps: number) => string;
    readonly yes: string;
    readonly no: string;
    readonly previous: string;
    readonly endTitle: string;
    readonly allAgree: string;
    readonly someDisagree: string;
    /** The ways on, of which the inspector chooses. */
    readonly waysOn: readonly string[];
    readonly isicOnline: string;
    readonly again: string;
    readonly official: {
      readonly title: string;
      readonly steps: readonly string[];
      readonly open: string;
      readonly newWindow: string;
      readonly offline: string;
    };
  };
}

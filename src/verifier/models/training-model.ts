/**
 * One training from its first page to its score: situation → verdict → deed → why, eight times. Lives
 * as long as its screen, in memory only; the shift, the settings and the app's own lists are no part of
 * it. What the specimens are is open-training.ts's, which of them come is training-draw.ts's.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Training, TrainingSpecimen } from '../training/open-training.ts';
import type { VerdictView } from './app-state.ts';
import { type Chance, drawDeeds, drawTraining } from './training-draw.ts';
import { type TrainingDeed, type TrainingId, trainingTasks } from './training-tasks.ts';

/** One of the eight checks. */
export interface TrainingCheck {
  /** From 1. */
  readonly number: number;
  readonly specimen: TrainingSpecimen;
  /** What can be chosen from. */
  readonly deeds: readonly TrainingDeed[];
}

/** What became of one check. */
export interface TrainingAnswer {
  readonly id: TrainingId;
  readonly chosen: TrainingDeed;
  readonly right: TrainingDeed;
}

/** Where the training stands. */
export type TrainingStage =
  | { readonly name: 'intro' | 'opening' | 'failed' }
  | { readonly name: 'situation'; readonly check: TrainingCheck }
  | { readonly name: 'verdict' | 'deed'; readonly check: TrainingCheck; readonly view: VerdictView }
  | {
      readonly name: 'why';
      readonly check: TrainingCheck;
      readonly view: VerdictView;
      readonly answer: TrainingAnswer;
    }
  | { readonly name: 'score' };

export interface TrainingModel {
  readonly stage: ReadonlySignal<TrainingStage>;
  readonly answers: ReadonlySignal<readonly TrainingAnswer[]>;
  /** Begins with eight checks, drawn anew each time. */
  begin(): Promise<void>;
  /** Checks the code of the situation in front. */
  scan(): Promise<void>;
  /** What the trainee's eyes add to the verdict in front. */
  look(added: VerdictView['look']): void;
  /** Leaves the verdict for the question. */
  goOn(): void;
  answer(chosen: TrainingDeed): void;
  /** The next situation, or the score. */
  next(): void;
}

export interface TrainingDependencies {
  /** Loads and opens the specimens; rejects where they cannot be loaded. */
  load(): Promise<Training>;
  readonly chance: Chance;
}

/** Whether the deed was the right one. */
export const isRight = ({ chosen, right }: TrainingAnswer): boolean => chosen === right;

/** Makes the model; nothing is loaded yet. */
export function createTrainingModel({ load, chance }: TrainingDependencies): TrainingModel {
  const stage = signal<TrainingStage>({ name: 'intro' });
  const answers = signal<readonly TrainingAnswer[]>([]);
  let training: Training | null = null;
  let drawn: readonly TrainingId[] = [];

  function show(number: number): void {
    const specimen = training?.specimens.get(drawn[number - 1] as TrainingId);
    if (!specimen) throw new Error('no such specimen');
    const check = { number, specimen, deeds: drawDeeds(specimen.id, chance) };
    stage.value = { name: 'situation', check };
  }

  return {
    stage,
    answers,
    async begin() {
      stage.value = { name: 'opening' };
      try {
        training ??= await load();
      } catch {
        stage.value = { name: 'failed' };
        return;
      }
      drawn = drawTraining(chance);
      answers.value = [];
      show(1);
    },
    async scan() {
      const before = stage.peek();
      if (before.name !== 'situation' || !training) return;
      const { check } = before;
      const { at, policy } = check.specimen;
      const verdict = await training.check(check.specimen);
      // Tapped twice, or gone meanwhile.
      if (stage.peek() !== before) return;
      const view = {
        name: 'verdict',
        verdict,
        at,
        policies: [policy],
        // No record is kept of it, and none may seem to be.
        number: '',
        seenAgo: null,
        look: 'unaided',
      } as const;
      stage.value = { name: 'verdict', check, view };
    },
    look(added) {
      const shown = stage.peek();
      if (shown.name === 'verdict')
        stage.value = { ...shown, view: { ...shown.view, look: added } };
    },
    goOn() {
      const shown = stage.peek();
      if (shown.name === 'verdict') stage.value = { ...shown, name: 'deed' };
    },
    answer(chosen) {
      const shown = stage.peek();
      if (shown.name !== 'deed') return;
      const { id } = shown.check.specimen;
      const answer = { id, chosen, right: trainingTasks[id].right };
      answers.value = [...answers.peek(), answer];
      stage.value = { ...shown, name: 'why', answer };
    },
    next() {
      const shown = stage.peek();
      if (shown.name !== 'why') return;
      if (shown.check.number < drawn.length) show(shown.check.number + 1);
      else stage.value = { name: 'score' };
    },
  };
}

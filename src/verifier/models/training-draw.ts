/**
 * Which specimens one training shows, and in which order the deeds stand: drawn so that all five looks
 * occur, somebody holds another's card, and somebody is plainly entitled, for who only meets trouble
 * learns to refuse. Pure: chance comes in.
 */
import {
  type TrainingDeed,
  type TrainingId,
  type TrainingTask,
  trainingTasks,
} from './training-tasks.ts';
import type { VerdictLook } from './verdict-look.ts';

/** How many checks make a training. */
export const trainingLength = 8;

/** A number from 0 to below 1, as `Math.random` gives it. */
export type Chance = () => number;

const tasks = Object.entries<TrainingTask>(trainingTasks) as readonly [TrainingId, TrainingTask][];
const otherLooks: readonly VerdictLook[] = ['denied', 'rejected', 'undecided', 'unreadable'];

/** Draws eight different specimens in random order. */
export function drawTraining(chance: Chance): readonly TrainingId[] {
  const mixed = shuffle(tasks, chance);
  const first = (isWanted: (task: TrainingTask) => boolean): TrainingId | null =>
    mixed.find(([, task]) => isWanted(task))?.[0] ?? null;
  const wanted = new Set(
    [
      first(({ right }) => right === 'other-person'),
      first(({ right }) => right === 'grant'),
      ...otherLooks.map((look) => first((task) => task.look === look)),
      ...mixed.map(([id]) => id),
    ].filter((id) => id !== null),
  );
  return shuffle([...wanted].slice(0, trainingLength), chance);
}

/** The deeds to choose from, the right one anywhere among them. */
export const drawDeeds = (id: TrainingId, chance: Chance): readonly TrainingDeed[] => {
  const { right, wrong }: TrainingTask = trainingTasks[id];
  return shuffle([right, ...wrong], chance);
};

function shuffle<T>(items: readonly T[], chance: Chance): readonly T[] {
  const left = [...items];
  return items.map(() => left.splice(Math.floor(chance() * left.length), 1)[0] as T);
}

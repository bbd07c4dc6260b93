/**
 * Opens the training: its pack's lists under its own root, in memory only, and its specimens checked
 * by the very pipeline that checks everybody, each at the instant for which it was signed. Neither the
 * lists nor the root of the app come into it, and nothing of it reaches them. `mleg training` makes
 * the pack.
 */
import { type Generation, openGeneration } from '../../trust/generation.ts';
import type { Policy } from '../../trust/policies.ts';
import { check } from '../../verdict/check.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { type TrainingId, trainingTasks } from '../models/training-tasks.ts';
import pack from './pack.json';

/** One specimen in somebody's hand. */
export interface TrainingSpecimen {
  readonly id: TrainingId;
  /** When it is shown and checked, milliseconds since 1970. */
  readonly at: number;
  readonly code: string;
  /** The discount that is asked for. */
  readonly policy: Policy;
  /** The bearer's face, as SVG. */
  readonly face: string;
}

/** An opened training. */
export interface Training {
  readonly specimens: ReadonlyMap<TrainingId, TrainingSpecimen>;
  check(specimen: TrainingSpecimen): Promise<Verdict>;
}

/** Opens the training's own lists. */
export async function openTrainingLists(): Promise<Generation> {
  const { firstRoot, manifest } = pack;
  const files = new Map(Object.entries(pack.files));
  const opened = await openGeneration(firstRoot, { roots: [], manifest, files });
  if (!opened.ok) throw new Error(`the training's own lists: ${opened.failure}`);
  return opened.value;
}

/** Opens the pack that comes with the app; one that does not hold is a bug. */
export async function openTraining(): Promise<Training> {
  const generation = await openTrainingLists();
  const specimens = pack.specimens.map((packed): TrainingSpecimen => {
    const policy = generation.policies.policies.find(({ id }) => id === packed.policy);
    const face = pack.faces[packed.bearer];
    if (!isTrainingId(packed.id) || !policy || face === undefined)
      throw new Error(`the training's specimen ${packed.id}`);
    return { id: packed.id, at: packed.at * 1000, code: packed.code, policy, face };
  });
  return {
    specimens: new Map(specimens.map((specimen) => [specimen.id, specimen])),
    check: ({ code, at, policy }) =>
      check(code, {
        generation,
        now: at,
        // The app and its clock are of another time than the specimens.
        buildTime: null,
        lastSeen: null,
        policies: [policy.id],
        replay: null,
        specimen: true,
      }),
  };
}

const isTrainingId = (id: string): id is TrainingId => Object.hasOwn(trainingTasks, id);

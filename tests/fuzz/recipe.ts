/**
 * A recipe says which original is mutated, how, and by which seeds; it can be printed, made smaller
 * by leaving out steps, and cooked again to the same text (up to fresh signatures). Mutators work from the inside out: parts,
 * text, skeleton, container, characters.
 */
import { encode as encodeBase45 } from '@digitalbazaar/base45';
import { skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { containerMutators, skeletonMutators } from './mutate-bytes.ts';
import { bindingMutators, contentMutators, disclosureMutators } from './mutate-presentation.ts';
import { signatureMutators } from './mutate-signature.ts';
import { characterMutators, segmentMutators } from './mutate-text.ts';
import type { Original } from './originals.ts';
import { putTogether, resign } from './presentation.ts';
import { RandomSource } from './random-source.ts';
import { contain } from './streams.ts';

const presentationMutators = {
  content: contentMutators,
  disclosures: disclosureMutators,
  binding: bindingMutators,
  signature: signatureMutators,
};
const mutatorsByLayer = {
  ...presentationMutators,
  segments: segmentMutators,
  skeleton: skeletonMutators,
  container: containerMutators,
  characters: characterMutators,
};
export type Layer = keyof typeof mutatorsByLayer;
export const layers = Object.keys(mutatorsByLayer) as readonly Layer[];
/** Layers whose mutants an issuer or a holder could sign. */
export const signableLayers: readonly Layer[] = ['content', 'content', 'disclosures'];

/** One mutator with its seed. */
export interface Step {
  readonly layer: Layer;
  readonly mutator: string;
  readonly seed: number;
}

/** How an input is made. */
export interface Recipe {
  readonly original: number;
  readonly steps: readonly Step[];
  /** Issuer and holder sign the mutant. */
  readonly signed: boolean;
}

/** Names a mutator by any number. */
export function chooseMutator(layer: Layer, number: number): string {
  const names = Object.keys(mutatorsByLayer[layer]);
  return names[number % names.length] as string;
}

/** Draws a recipe from a seed: mostly one layer, for mixtures seldom get past the outermost. */
export function drawRecipe(seed: number, originals: number, signed: boolean): Recipe {
  const random = new RandomSource(seed);
  const choice = signed ? signableLayers : layers;
  const only = random.onceIn(4) ? null : random.pick(choice);
  const steps = Array.from({ length: random.between(1, 4) }, () => {
    const layer = only ?? random.pick(choice);
    return { layer, mutator: chooseMutator(layer, random.bits()), seed: random.bits() };
  });
  return { original: random.below(originals), steps, signed };
}

/** Makes the text of a recipe's code. */
export function cook(recipe: Recipe, originals: readonly Original[]): string {
  const original = originals[recipe.original] as Original;
  const stepsOf = (layer: Layer): readonly Step[] =>
    recipe.steps.filter((step) => step.layer === layer);

  let { parts } = original;
  for (const [layer, table] of Object.entries(presentationMutators))
    for (const { mutator, seed } of stepsOf(layer as Layer))
      parts = table[mutator]?.(parts, new RandomSource(seed), originals) ?? parts;
  let sdJwt = original.sdJwt;
  if (recipe.signed) sdJwt = resign(parts, original.parts, original.keys);
  else if (parts !== original.parts) sdJwt = putTogether(parts);
  for (const { mutator, seed } of stepsOf('segments'))
    sdJwt = segmentMutators[mutator]?.(sdJwt, new RandomSource(seed)) ?? sdJwt;

  let skeleton = sdJwt === original.sdJwt ? original.skeleton : skeletonBytes(sdJwt);
  for (const { mutator, seed } of stepsOf('skeleton'))
    skeleton = skeletonMutators[mutator]?.(skeleton, new RandomSource(seed), originals) ?? skeleton;

  let container = original.container;
  if (skeleton !== original.skeleton)
    container = contain(skeleton, new RandomSource(recipe.steps[0]?.seed ?? 0));
  for (const { mutator, seed } of stepsOf('container'))
    container =
      containerMutators[mutator]?.(container, new RandomSource(seed), originals) ?? container;

  let { code } = original;
  // A copy: the encoder looks at the whole memory of what it is given.
  if (container !== original.container) code = `MLEG1:${encodeBase45(Uint8Array.from(container))}`;
  for (const { mutator, seed } of stepsOf('characters'))
    code = characterMutators[mutator]?.(code, new RandomSource(seed)) ?? code;
  return code;
}

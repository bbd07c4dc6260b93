/**
 * Puts inputs through the whole check, one after another, and keeps count: inputs by mutator, reasons
 * found, the greatest cost. A broken rule is an exception that carries the recipe and the code's text.
 * Who draws the recipes is left to the tests and the long run.
 */
import { check } from '../../src/verdict/check.ts';
import { contextOf } from './fuzz-world.ts';
import { bounds, type Cost, type Meter } from './meter.ts';
import type { FuzzWorld } from './originals.ts';
import { cook, type Layer, type Recipe } from './recipe.ts';
import { breaksForm, breaksOneForm, breaksProfile, breaksTrust, Genuine } from './verdict-rules.ts';

/** What a campaign has seen so far; plain data, so that processes can add theirs up. */
export interface Tally {
  inputs: number;
  readonly mutators: Record<string, number>;
  readonly reasons: Record<string, number>;
  readonly most: Record<keyof Cost, number>;
}

export const emptyTally = (): Tally => ({
  inputs: 0,
  mutators: {},
  reasons: {},
  most: { inflateCalls: 0, inflated: 0, base64: 0, cryptoCalls: 0 },
});

/** A rule that an input broke. */
export class Violation extends Error {
  constructor(rule: string, recipe: Recipe, text: string, options?: ErrorOptions) {
    const told = { rule, recipe, text };
    super(JSON.stringify(told, null, 1), options);
  }
}

const count = (counts: Record<string, number>, name: string, by = 1): void => {
  counts[name] = (counts[name] ?? 0) + by;
};

const costNames = Object.keys(bounds) as readonly (keyof Cost)[];

/** Layers whose mutants nobody packed. */
const rawLayers: ReadonlySet<Layer> = new Set(['skeleton', 'container', 'characters']);

export class Campaign {
  readonly tally = emptyTally();
  readonly #world: FuzzWorld;
  readonly #meter: Meter;
  readonly #genuine: Genuine;

  constructor(world: FuzzWorld, meter: Meter) {
    this.#world = world;
    this.#meter = meter;
    this.#genuine = new Genuine(world.originals);
  }

  /** Makes one input and checks it; throws a `Violation` where a rule is broken. */
  async run(recipe: Recipe): Promise<void> {
    const text = cook(recipe, this.#world.originals);
    await this.judge(text, recipe);
    this.tally.inputs++;
    for (const { layer, mutator } of recipe.steps)
      count(this.tally.mutators, `${layer}: ${mutator}`);
  }

  /** Checks one text and holds its verdict against the rules. */
  async judge(text: string, recipe: Recipe): Promise<string> {
    this.#meter.take();
    const verdict = await check(text, contextOf(this.#world.generation)).catch((cause: unknown) => {
      throw new Violation(`check throws ${String(cause)}`, recipe, text, { cause });
    });
    const cost = this.#meter.take();
    count(this.tally.reasons, verdict.reason);
    for (const name of costNames)
      this.tally.most[name] = Math.max(this.tally.most[name], cost[name]);
    const broken =
      breaksForm(verdict) ??
      costNames.find((name) => cost[name] > bounds[name]) ??
      (recipe.steps.some(({ layer }) => rawLayers.has(layer))
        ? breaksOneForm(text, verdict)
        : null) ??
      (recipe.signed ? breaksProfile(text, verdict) : breaksTrust(text, verdict, this.#genuine));
    if (broken) throw new Violation(broken, recipe, text);
    return verdict.reason;
  }
}

/** Adds one tally to another. */
export function addTally(sum: Tally, part: Tally): void {
  sum.inputs += part.inputs;
  for (const [name, by] of Object.entries(part.mutators)) count(sum.mutators, name, by);
  for (const [name, by] of Object.entries(part.reasons)) count(sum.reasons, name, by);
  for (const name of costNames) sum.most[name] = Math.max(sum.most[name], part.most[name]);
}

/** A tally as a few lines of text. */
export function describeTally({ inputs, mutators, reasons, most }: Tally): string {
  const list = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, times]) => `${name} ${times}`)
      .join(' · ');
  // What no mock counts in this process stays 0.
  const counted = costNames.filter((name) => most[name] > 0);
  const cost = counted.map((name) => `${name} ${most[name]} of ${bounds[name]}`).join(' · ');
  return `${inputs} inputs\n  reasons: ${list(reasons)}\n  most: ${cost}\n  mutators: ${list(mutators)}`;
}

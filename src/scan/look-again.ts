/**
 * A second look at a part of a picture in which something was seen and not read: what is too small or
 * out of focus is enlarged and sharpened, what is dark, noisy or too near is smoothed.
 */
import { type Look, lookPlainly } from './engines/engine.ts';
import type { Sightings } from './sightings.ts';
import { double, halve, sharpen, smooth, type View } from './views.ts';

interface Remedy {
  readonly prepare: (part: View) => View;
  readonly how: Look;
}

/** Pixels above which a part is large enough as it is. */
const ample = 1_000_000;

const enlarge = (view: View): View => (view.width * view.height > ample ? view : double(view));

const remedies: readonly Remedy[] = [
  { prepare: halve, how: lookPlainly },
  { prepare: (part) => enlarge(sharpen(part)), how: lookPlainly },
  { prepare: (part) => enlarge(sharpen(smooth(part))), how: lookPlainly },
  { prepare: smooth, how: { ...lookPlainly, oneThreshold: true } },
  { prepare: (part) => enlarge(sharpen(halve(smooth(part)))), how: lookPlainly },
];

/** Milliseconds after which no further remedy is begun: a newer frame may do better. */
const patience = 200;

/** Which remedy comes first, counted round, and a clock in milliseconds that never goes back. */
export interface Turn {
  readonly first: number;
  readonly now: () => number;
}

/** Tries one remedy after the other; true when a code was read. */
export function lookAgain(part: View, sightings: Sightings, { first, now }: Turn): boolean {
  const began = now();
  const order = remedies.map((_, index) => remedies[(first + index) % remedies.length] as Remedy);
  return order.some(
    ({ prepare, how }) => now() - began < patience && sightings.look(prepare(part), how),
  );
}

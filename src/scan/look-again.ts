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

/**
 * Tries one remedy after the other, the one with the number `first` first, counted round, until there is
 * no time left; true when a code was read.
 */
export function lookAgain(part: View, sightings: Sightings, first: number): boolean {
  const order = remedies.map((_, index) => remedies[(first + index) % remedies.length] as Remedy);
  return order.some(
    ({ prepare, how }) => !sightings.isLate() && sightings.look(prepare(part), how),
  );
}

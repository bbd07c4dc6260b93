/**
 * Reads a single picture, which no other follows: everything is tried, each size, light on dark, one
 * threshold, a second look.
 */
import type { QrEngine } from './engines/engine.ts';
import { findSuspect } from './find-suspect.ts';
import { lookAgain } from './look-again.ts';
import type { Luma } from './luma.ts';
import type { Reading, Region } from './messages.ts';
import { type Sightings, sightCodes } from './sightings.ts';
import { crop, grow, halve, type View, viewWhole } from './views.ts';

/** Pixels up to which a size is among the first to be tried. */
const handy = 2_500_000;
/** Pixels a side below which a smaller size shows nothing more. */
const smallest = 400;

/** Milliseconds after which nothing further is tried: people wait. */
const pictureBudget = 8000;

/** Reads a picture; `now` as in `createFrameReader`. */
export function readPicture(engine: QrEngine, luma: Luma, now: () => number): Reading {
  const deadline = now() + pictureBudget;
  const sightings = sightCodes(engine, luma, () => now() > deadline);
  const suspect = look(luma, sightings);
  return sightings.describe(suspect);
}

function look(luma: Luma, sightings: Sightings): Region | null {
  const sizes: View[] = [];
  for (
    let view = viewWhole(luma);
    sizes.length === 0 || Math.min(view.width, view.height) >= smallest;
    view = halve(view)
  )
    sizes.push(view);
  const isHandy = ({ width, height }: View): boolean => width * height <= handy;
  const ordered = [...sizes.filter(isHandy), ...sizes.filter((view) => !isHandy(view)).reverse()];
  for (const oneThreshold of [false, true])
    for (const view of ordered) {
      sightings.look(view, { inverted: true, oneThreshold });
      // A poster's code that is easy to read must not hide a card's beside it.
      if (sightings.isAllRead()) return null;
    }
  const suspect = findSuspect(luma);
  const region = sightings.region() ?? suspect;
  if (region) lookAgain(crop(luma, grow(region, 0.15)), sightings, 0);
  return suspect;
}

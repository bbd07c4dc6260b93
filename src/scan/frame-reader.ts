/**
 * Reads one frame after the other with an engine. A frame is looked at where a code was a moment ago,
 * then as a whole; where something is seen and stays unread, that part is looked at again. What is
 * remembered from frame to frame is only where a code was. Taking the picture from the camera is left
 * to luma.ts, what the readings mean to hints.ts.
 */
import { lookPlainly, type QrEngine } from './engines/engine.ts';
import { findSuspect } from './find-suspect.ts';
import { lookAgain } from './look-again.ts';
import type { Luma } from './luma.ts';
import type { Reading, Region } from './messages.ts';
import { type Sightings, sightCodes } from './sightings.ts';
import { crop, grow, viewWhole } from './views.ts';

/** Reads frames in the order in which they come. */
export interface FrameReader {
  read(luma: Luma): Reading;
}

/** A part in which a code was is looked at first for so many frames. */
const memory = 5;
/** One of so many frames is looked at as a whole all the same, for a second code. */
const wholeEvery = 4;

/** Milliseconds after which nothing further is tried in a frame: a newer one may do better. */
const frameBudget = 250;

/** Makes a reader; `now` gives milliseconds of a clock that never goes back. */
export function createFrameReader(engine: QrEngine, now: () => number): FrameReader {
  let lastRegion: Region | null = null;
  let framesWithout = 0;
  let framesInPart = 0;
  let framesUnread = 0;

  /** Gives what looks like a code and was not located. */
  function readFrame(luma: Luma, sightings: Sightings): Region | null {
    if (lastRegion && framesInPart < wholeEvery - 1) {
      framesInPart += 1;
      if (sightings.look(crop(luma, lastRegion), lookPlainly)) return null;
    }
    framesInPart = 0;
    if (sightings.look(viewWhole(luma), lookPlainly)) return null;
    const suspect = findSuspect(luma);
    const parts = [sightings.region() ?? lastRegion, suspect].filter((region) => region !== null);
    parts.some((region) => lookAgain(crop(luma, grow(region, 0.15)), sightings, framesUnread));
    if (parts.length > 0) framesUnread += 1;
    return suspect;
  }

  function remember(region: Region | null): void {
    framesWithout = region ? 0 : framesWithout + 1;
    if (region) lastRegion = grow(region, 0.25);
    else if (framesWithout > memory) lastRegion = null;
  }

  return {
    read(luma) {
      const deadline = now() + frameBudget;
      const sightings = sightCodes(engine, luma, () => now() > deadline);
      const suspect = readFrame(luma, sightings);
      remember(sightings.region());
      return sightings.describe(suspect);
    },
  };
}

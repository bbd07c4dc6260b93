/**
 * The camera's bench: the app's scanner against the usual ready-made ones, from the first frame that
 * shows a code to the painted verdict; what it takes while there is nothing to see; whether its memory
 * stays level; what the first load weighs. Rows come as they are measured; the race is the longest part.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from '../report.ts';
import { idleRows } from './idle-rows.ts';
import { loadRows } from './load-rows.ts';
import { memoryRows } from './memory-rows.ts';
import { runRace, type VideoTimes } from './race.ts';
import { raceRows, videoRows } from './race-rows.ts';

/** Measures all of it. */
export async function* benchCamera(): AsyncGenerator<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mleg-bench-'));
  try {
    yield await loadRows(folder);
    yield await idleRows(folder);
    yield await memoryRows(folder);
    const videos: VideoTimes[] = [];
    for await (const video of runRace(folder)) {
      videos.push(video);
      yield videoRows(video);
    }
    yield raceRows(videos);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

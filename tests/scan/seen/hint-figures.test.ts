import { beforeAll, describe, expect, it } from 'vitest';
import type { QrEngine } from '../../../src/scan/engines/engine.ts';
import { createFrameReader } from '../../../src/scan/frame-reader.ts';
import { createOutlook, type Hint } from '../../../src/scan/hints.ts';
import { loadWasmEngine } from '../wasm-engine.ts';
import { type Video, videos } from './videos.ts';

let engine: QrEngine;
beforeAll(async () => {
  engine = await loadWasmEngine();
});

const millisecondsPerFrame = 125;

interface Seen {
  /** The hints shown, in order, each once. */
  readonly hints: readonly Hint[];
  /** Milliseconds from the first frame to the first time it was so. */
  readonly undecodableAt: number | null;
  readonly isRead: boolean;
}

/** Shows the video to the scanner for so long, or until something is seen that `isEnough`. */
function watch(video: Video, milliseconds: number, isEnough: (seen: Seen) => boolean): Seen {
  let clock = 0;
  // A clock of the test's own: on a slow machine the reader would try less.
  const reader = createFrameReader(engine, () => {
    clock += 50;
    return clock;
  });
  const outlook = createOutlook();
  let seen: Seen = { hints: [], undecodableAt: null, isRead: false };
  for (let index = 0; index * millisecondsPerFrame <= milliseconds; index += 1) {
    const reading = reader.read(video.frame(index));
    const { hint, isUndecodable } = outlook.note(reading, index * millisecondsPerFrame);
    seen = {
      hints: hint ? [...new Set([...seen.hints, hint])] : seen.hints,
      undecodableAt: seen.undecodableAt ?? (isUndecodable ? index * millisecondsPerFrame : null),
      isRead: seen.isRead || reading.codes.some(({ text }) => text !== null),
    };
    if (isEnough(seen)) break;
  }
  return seen;
}

const toTheEnd = (): boolean => false;

// Rendering and reading take their time where other tests run beside.
const patience = { timeout: 120_000 };

describe('of ten videos', patience, () => {
  it.each(['too-far', 'too-dark', 'too-slanted', 'glare'] as const)(
    'whose cause is %s, eight or more bring that hint first, within a second',
    (cause) => {
      const hints = videos[cause].map(
        (make) => watch(make(), 1000, (seen) => seen.hints.length > 0).hints[0],
      );
      expect(hints.filter((hint) => hint === cause).length).toBeGreaterThanOrEqual(8);
    },
  );

  it('that are good, all are read and at most one brings any hint', () => {
    const seen = videos.good.map((make) => watch(make(), 1000, toTheEnd));
    expect(seen.filter(({ isRead }) => isRead)).toHaveLength(10);
    expect(seen.filter(({ hints }) => hints.length > 0).length).toBeLessThanOrEqual(1);
  });

  it('without a code, none brings a hint or is undecodable', () => {
    const seen = videos.empty.map((make) => watch(make(), 1000, toTheEnd));
    expect(seen).toEqual(seen.map(() => ({ hints: [], undecodableAt: null, isRead: false })));
  });
});

describe('a broken code', patience, () => {
  it.each([0, 5])('is undecodable after three seconds, and brings no hint (%i)', (index) => {
    const make = videos.broken[index];
    if (!make) throw new Error(`There is no video ${index}`);
    const seen = watch(make(), 3000, toTheEnd);
    expect(seen).toEqual({ hints: [], undecodableAt: 3000, isRead: false });
  });
});

/**
 * The page of the race: one scanner, named in the address, before the one camera; whatever it reads goes
 * through the same check, and the same headline is painted. The clock starts with the first frame that
 * shows a code, by the number that the frame carries and the moment at which it was presented, and stops
 * after the headline was painted. The outcome is left on the page for whoever drives it.
 */
import { startScanner } from '../../../src/scan/scanner.ts';
import { openGeneration } from '../../../src/trust/generation.ts';
import { check } from '../../../src/verdict/check.ts';
import { ReplayMemory } from '../../../src/verdict/replay-memory.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';
import { openHash } from '../../fixtures/keyed-hash.ts';
import type { CheckPool } from '../credential/check-pool.ts';
import { expectValue } from '../expect-value.ts';
import { decoderParts } from './decoder-parts.ts';
import { createNumberReader } from './frame-number.ts';
import { placeVideo, readyMade, type StartScanner } from './ready-made.ts';

/** What the page needs to know of the video, and the lists under which its card is valid. */
export interface RacePlan {
  readonly pool: Pick<CheckPool, 'firstRoot' | 'manifest' | 'files' | 'now'>;
  readonly firstCodeFrame: number;
  readonly framesPerSecond: number;
  /** Milliseconds after which a code counts as unread. */
  readonly limit: number;
}

/** How one run ended. */
export interface RaceOutcome {
  /** Milliseconds from the first frame with a code to the painted verdict; null when unread. */
  readonly time: number | null;
  /** Pixels of the camera's picture. */
  readonly width: number;
  readonly height: number;
}

const ours: StartScanner = async (stage) => {
  const video = placeVideo(stage);
  startScanner({
    ...decoderParts,
    video,
    cameraMemory: { read: () => null, write: () => undefined },
    onState: () => undefined,
    onText: stage.onText,
    onOutlook: () => undefined,
  });
  return video;
};

const scanners: ReadonlyMap<string, StartScanner> = new Map([
  ['ours', ours],
  ...Object.entries(readyMade),
]);

/** Runs one scanner to its verdict or to the limit. */
async function race(): Promise<RaceOutcome> {
  const plan = (await (await fetch('plan.json')).json()) as RacePlan;
  const start = scanners.get(location.hash.slice(1));
  if (!start) throw new Error('no such scanner');
  const { pool } = plan;
  const feed = { roots: [], manifest: pool.manifest, files: new Map(pool.files) };
  const context = {
    generation: expectValue(await openGeneration(pool.firstRoot, feed), 'open the feed'),
    now: pool.now,
    buildTime: null,
    lastSeen: null,
    policies: ['rail-student-51'],
    replay: new ReplayMemory(openHash),
    specimen: true,
  };

  return new Promise((resolve, reject) => {
    let video: HTMLVideoElement | null = null;
    let startedAt: number | null = null;
    let paintedAt: number | null = null;
    let checking = false;

    function finish(): void {
      if (!video || startedAt === null) return;
      const isOver = performance.now() - startedAt > plan.limit;
      if (paintedAt === null && !isOver) return;
      const time = paintedAt === null ? null : paintedAt - startedAt;
      if (time !== null && time < 0) reject(new Error('a code was read before it was shown'));
      const { videoWidth: width, videoHeight: height } = video;
      resolve({ time: time !== null && time <= plan.limit ? time : null, width, height });
    }

    async function take(text: string): Promise<void> {
      if (checking) return;
      checking = true;
      const verdict = await check(text, context);
      if (verdict.entitlement !== 'granted') throw new Error(`not granted: ${verdict.reason}`);
      paintedAt = await paint(verdict);
      finish();
    }

    function follow(video: HTMLVideoElement): void {
      const readNumber = createNumberReader();
      const look: VideoFrameRequestCallback = (_, { presentationTime }) => {
        const after = readNumber(video) - plan.firstCodeFrame;
        if (startedAt === null && after >= 0)
          startedAt = presentationTime - (after * 1000) / plan.framesPerSecond;
        finish();
        video.requestVideoFrameCallback(look);
      };
      video.requestVideoFrameCallback(look);
    }

    const container = document.getElementById('stage') as HTMLElement;
    start({ container, onText: (text) => void take(text).catch(reject) }).then((started) => {
      video = started;
      follow(started);
    }, reject);
  });
}

/** Resolves when the headline is on the screen, with the time of that. */
function paint({ kind, entitlement }: Verdict): Promise<number> {
  const headline = document.createElement('h1');
  headline.textContent = `${kind} ${entitlement}`;
  document.body.append(headline);
  // The first of these comes before painting, the second after it.
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
  );
}

Object.assign(globalThis, { outcome: race() });

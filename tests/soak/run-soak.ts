/**
 * The soak: the built app in a real browser on a feed that never rests, killed again and again in
 * mid-synchronisation. No generation may ever be torn, no number go back, nothing that was shown be
 * lost. The seed draws the rounds; at which instruction a kill strikes is the machine's own.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seededDice } from '../../src/issuer/specimens.ts';
import { createDoomedBrowser } from './doomed-browser.ts';
import { makeMovingFeed } from './moving-feed.ts';
import { planRound } from './plan-round.ts';
import { runRound, type Scene } from './run-round.ts';
import { buildApp, serveApp } from './serve-app.ts';
import { addRound, countKills, emptyTally, type Tally } from './tally.ts';
import { Violation } from './watched-tab.ts';

export interface SoakOptions {
  readonly kills: number;
  readonly seed: number;
  /** Told after each round. */
  readonly onRound?: (tally: Tally) => void;
}

/** Milliseconds; a round takes some two seconds, and each wait in it has a limit below this. */
const roundLimit = 180_000;

/** Runs until so many kills have struck; throws a `Violation` that names the round. */
export async function runSoak({ kills, seed, onRound }: SoakOptions): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mleg-soak-'));
  const feed = await makeMovingFeed(seededDice(seed + 1), Math.floor(Date.now() / 1000));
  const server = await serveApp(await buildApp(folder, feed.firstRoot), feed.answer);
  const browser = createDoomedBrowser(path.join(folder, 'profile'));
  const { url, emptyUrl } = server;
  const scene: Scene = { browser, url, emptyUrl };
  const dice = seededDice(seed);
  let tally = emptyTally;
  try {
    while (countKills(tally) < kills) {
      const round = tally.rounds + 1;
      const plan = planRound(dice, round);
      try {
        tally = addRound(tally, plan, await inTime(runRound(plan, scene, tally.acknowledged)));
      } catch (error) {
        if (!(error instanceof Violation)) throw error;
        throw new Violation(
          `seed ${seed}, round ${round} ${JSON.stringify(plan)}\n${error.message}`,
        );
      }
      onRound?.(tally);
    }
    return tally;
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A browser that answers no more must not keep the soak waiting for ever. */
async function inTime<T>(round: Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = pause(roundLimit, null, { signal: limit.signal }).then(() => {
    throw new Violation(`the round did not end in ${roundLimit / 1000} s`);
  });
  try {
    return await Promise.race([round, late]);
  } finally {
    limit.abort();
    late.catch(() => undefined);
  }
}

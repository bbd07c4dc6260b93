/**
 * A feed that never rests: each request for the manifest gets the next generation, with most of its
 * status lists signed anew and large enough that fetching and storing them takes a while. Answers are
 * slowed a little at random, so that a kill meets every phase. Signing is the bench's made-up feed's.
 */
import type { Dice } from '../../src/issuer/specimens.ts';
import { mostEntries } from '../../src/trust/status-list.ts';
import { feedFiles, type MadeUpFeed, makeFeed, signAgain } from '../bench/lists/made-up-feed.ts';
import { type Answer, type AnswerRequest, answerPlainly, textBytes } from '../simulator/answer.ts';

/** A feed to serve. */
export interface MovingFeed {
  readonly firstRoot: string;
  readonly answer: AnswerRequest;
  /** The version of the newest manifest that was given out; 0 before the first. */
  version(): number;
}

const lists = 72;
/** Status lists in each generation that the one before did not have: more than a device stages at once. */
const changedLists = 30;
/** Generations whose files can still be fetched. */
const keptGenerations = 4;
/** Milliseconds by which an answer is late at most. */
const slowest = 25;
/** Seconds by which the first generation is older than its making; each later one is a second younger. */
const firstAge = 6 * 3600;

/** Makes the feed, seeded by its dice; `now` in seconds since 1970. */
export async function makeMovingFeed(dice: Dice, now: number): Promise<MovingFeed> {
  const first = await makeFeed(lists, dice, now - firstAge);
  const given: MadeUpFeed[] = [];
  let upcoming: Promise<MadeUpFeed> = Promise.resolve(first);

  const publish = async (): Promise<string> => {
    const current = await upcoming;
    given.unshift(current);
    given.splice(keptGenerations);
    // Signed ahead, so that nobody waits for it.
    upcoming = signAgain(current, drawChanges(dice), current.at + 1);
    return current.manifest;
  };
  const textOf = (path: string): string | undefined =>
    given.map((feed) => feedFiles(feed).files.get(path)).find((text) => text !== undefined);

  return {
    firstRoot: first.firstRoot,
    version: () => given[0]?.version ?? 0,
    async answer(asked) {
      const text = asked.path === 'manifest.jwt' ? await publish() : textOf(asked.path);
      const bytes = text === undefined ? null : textBytes(text);
      return slowed(await answerPlainly(bytes, asked, Date.now()), dice);
    },
  };
}

/** Half of all cards revoked is what compresses worst. */
function drawChanges(dice: Dice): ReadonlyMap<number, Uint8Array> {
  const start = dice(lists);
  const draw = (): Uint8Array => Uint8Array.from({ length: mostEntries / 8 }, () => dice(256));
  return new Map(
    Array.from({ length: changedLists }, (_, step) => [(start + step) % lists, draw()]),
  );
}

function slowed(answer: Answer, dice: Dice): Answer {
  if (typeof answer === 'string') return answer;
  return { ...answer, body: [{ wait: dice(slowest) }, ...answer.body] };
}

/**
 * The measuring in a browser: a worker of its own as the app's decoder has, and no page drawn beside it.
 * Gets one pool, answers with its times or with what went wrong.
 */
import type { CheckPool } from './check-pool.ts';
import { type CheckTimes, measureCheck } from './measure-check.ts';

/** What the worker says at its end. */
export type WorkerAnswer = { readonly times: CheckTimes } | { readonly error: string };

self.addEventListener('message', ({ data }: MessageEvent<CheckPool>) => {
  const say = (answer: WorkerAnswer): void => self.postMessage(answer);
  measureCheck(data).then(
    (times) => say({ times }),
    (error: unknown) => say({ error: String(error) }),
  );
});

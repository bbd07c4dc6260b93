/**
 * Answers as a `FetchFile`, without a socket: network faults are TypeErrors and aborts DOMExceptions,
 * and Content-Encoding is undone, all as `fetch` does it.
 */
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { FetchFile } from '../../src/sync/fetch-file.ts';
import type { AnswerRequest, BodyStep, Spoken } from './answer.ts';

/** Plays answers as responses. */
export const asFetch =
  (answer: AnswerRequest): FetchFile =>
  async (path, { signal, etag }) => {
    const given = await answer({ path, etag });
    if (given === 'no-connection') throw new TypeError('fetch failed');
    if (given === 'silence') return untilAborted(signal);
    const { status, headers } = given;
    return new Response(status === 304 ? null : stream(given, signal), { status, headers });
  };

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

async function* play(body: Iterable<BodyStep>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (const step of body) {
    if (step === 'stall') await untilAborted(signal);
    else if (step === 'cut') throw new TypeError('terminated');
    else if (step instanceof Uint8Array) yield step;
    else await Promise.race([sleep(step.wait), untilAborted(signal)]);
  }
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function decoded({ headers, body }: Spoken, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const plain = play(body, signal);
  const encoding = headers['Content-Encoding'];
  if (encoding === undefined) return plain;
  const decoder = encoding === 'gzip' ? createGunzip() : createBrotliDecompress();
  return Readable.from(plain).pipe(decoder);
}

function stream(spoken: Spoken, signal: AbortSignal): ReadableStream<Uint8Array> {
  const pieces = decoded(spoken, signal)[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        const isOwn = error instanceof TypeError || error instanceof DOMException;
        controller.error(isOwn ? error : new TypeError('terminated', { cause: error }));
      }
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}

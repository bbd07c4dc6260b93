/**
 * The switches of the faults: which of them are on, for which paths and which request, and the memory
 * that they share. Wraps any source of files, so that a made-up feed in memory and one on the disk
 * misbehave alike. The first fault that is on and meets the request answers it.
 */
import { type Answer, type AnswerRequest, answerPlainly, type FileSource } from './answer.ts';
import { type Fault, type FaultName, faults } from './faults.ts';

/** When a fault strikes; always, where nothing is said. */
export interface FaultScope {
  readonly paths?: RegExp;
  /** Only the n-th request, from 1, among those that match. */
  readonly nth?: number;
}

/** One request that was made, and what was said: a status, or how it failed. */
export interface RequestMade {
  readonly path: string;
  readonly etag: string | null;
  readonly answer: number | 'no-connection' | 'silence';
}

/** A source of files behind switches. */
export interface FaultBoard {
  readonly answer: AnswerRequest;
  /** All requests so far, in order. */
  readonly requests: readonly RequestMade[];
  turnOn(name: FaultName, scope?: FaultScope): void;
  /** Turns one fault off, or all. */
  turnOff(name?: FaultName): void;
}

type Writable = { -readonly [name in keyof RequestMade]: RequestMade[name] };

interface Switched {
  readonly scope: FaultScope;
  /** Requests in the scope. */
  met: number;
  readonly metByPath: Map<string, number>;
}

/** Puts switches before a source; `now` gives milliseconds since 1970. */
export function createFaultBoard(source: FileSource, now: () => number): FaultBoard {
  const on = new Map<FaultName, Switched>();
  const oldest = new Map<string, Uint8Array>();
  const requests: Writable[] = [];

  /** The fault that meets this request, and how many for this file it has met. */
  function strike(path: string): { readonly fault: Fault; readonly count: number } | null {
    for (const [name, switched] of on) {
      const { paths, nth } = switched.scope;
      if (paths && !paths.test(path)) continue;
      const count = (switched.metByPath.get(path) ?? 0) + 1;
      switched.metByPath.set(path, count);
      switched.met++;
      if (nth === undefined || switched.met === nth) return { fault: faults[name], count };
    }
    return null;
  }

  return {
    requests,
    turnOn: (name, scope = {}) => void on.set(name, { scope, met: 0, metByPath: new Map() }),
    turnOff: (name) => void (name === undefined ? on.clear() : on.delete(name)),
    async answer(asked) {
      // Noted as it comes, so that the order is the client's.
      const made: Writable = { ...asked, answer: 'silence' };
      requests.push(made);
      const bytes = await source(asked.path);
      if (bytes && !oldest.has(asked.path)) oldest.set(asked.path, bytes);
      const plain = await answerPlainly(bytes, asked, now());
      const struck = strike(asked.path);
      const given: Answer = struck
        ? await struck.fault.alter({
            ...asked,
            count: struck.count,
            plain,
            bytes,
            oldest: oldest.get(asked.path) ?? null,
            source,
          })
        : plain;
      made.answer = typeof given === 'string' ? given : given.status;
      return given;
    },
  };
}

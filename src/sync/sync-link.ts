/**
 * The page's end of the synchronising worker: asks, waits for answers, and finds out when the worker
 * is dead, since one that hangs or closes itself fires no event. A dead worker's requests fail by
 * name, and the next request starts a new one.
 */
import { fail, type Result } from '../base/result.ts';
import type { StorageFailure } from './adopt-feed.ts';
import {
  type ExportFailure,
  type FromSyncWorker,
  messagesVersion,
  type OpenedLists,
  type Restored,
  type ToSyncWorker,
  type Updated,
} from './messages.ts';
import type { SyncProgress } from './progress.ts';
import type { SyncFailure } from './sync.ts';

/** The worker died or never came to life. */
export type WorkerDeath = 'sync-crashed';

/** Lists asked for by the page. `now` and `at` in milliseconds since 1970. */
export interface SyncLink {
  /** Opens what is stored; may be asked again where it failed. */
  restore(): Promise<Result<Restored, StorageFailure | WorkerDeath>>;
  sync(now: number): Promise<Result<Updated, SyncFailure | WorkerDeath>>;
  importBundle(file: Blob, now: number): Promise<Result<Updated, SyncFailure | WorkerDeath>>;
  exportBundle(): Promise<Result<Uint8Array<ArrayBuffer>, ExportFailure | WorkerDeath>>;
  noteTime(at: number): void;
}

/** What a link needs, and whom it tells of what nobody asked for. */
export interface SyncLinkOptions {
  readonly createWorker: () => Worker;
  readonly firstRoot: string;
  readonly feedUrl: string;
  readonly onProgress: (progress: SyncProgress) => void;
  readonly onSwapped: (lists: OpenedLists) => void;
  readonly onStorageLost: (isMended: boolean) => void;
}

type Answer = Extract<FromSyncWorker, { readonly kind: 'restored' | 'updated' | 'exported' }>;
type Settle = (answer: Answer | null) => void;
type Body = ToSyncWorker extends infer M ? (M extends unknown ? Omit<M, 'version'> : never) : never;

const pingEvery = 1000;
/** So many pings without a word from the worker, and it counts as dead. */
const patience = 4;
const startId = 0;

/** Makes a link; the worker starts with the first request. */
export function openSyncLink(options: SyncLinkOptions): SyncLink {
  const waiting = new Map<number, Settle>();
  let worker: Worker | null = null;
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  let unanswered = 0;
  let lastId = startId;

  const say = (body: Body): void => worker?.postMessage({ version: messagesVersion, ...body });

  function die(): void {
    clearInterval(heartbeat);
    worker?.terminate();
    worker = null;
    for (const id of [...waiting.keys()]) settle(id, null);
  }

  function settle(id: number, answer: Answer | null): void {
    const waits = waiting.get(id);
    waiting.delete(id);
    waits?.(answer);
  }

  function beat(): void {
    if (waiting.size === 0) return;
    if (unanswered >= patience) die();
    unanswered += 1;
    say({ kind: 'ping' });
  }

  function hear(message: FromSyncWorker): void {
    unanswered = 0;
    if (message.version !== messagesVersion) die();
    else if (message.kind === 'restored') settle(startId, message);
    else if (message.kind === 'updated' || message.kind === 'exported') settle(message.id, message);
    else if (message.kind === 'progress') options.onProgress(message.progress);
    else if (message.kind === 'swapped') options.onSwapped(message.lists);
    else if (message.kind === 'storage-lost') options.onStorageLost(message.isMended);
  }

  const awaitAnswer = (id: number): Promise<Answer | null> =>
    new Promise((resolve) => {
      waiting.set(id, resolve);
    });

  /** Starts a worker where there is none, and lets it open what is stored. */
  function start(): Promise<Answer | null> {
    const restored = awaitAnswer(startId);
    try {
      worker ??= createWorker();
      say({ kind: 'start', firstRoot: options.firstRoot, feedUrl: options.feedUrl });
    } catch (error) {
      console.error(error);
      die();
    }
    return restored;
  }

  function createWorker(): Worker {
    const created = options.createWorker();
    created.addEventListener('message', ({ data }: MessageEvent<FromSyncWorker>) => hear(data));
    created.addEventListener('messageerror', die);
    created.addEventListener('error', die);
    unanswered = 0;
    heartbeat = setInterval(beat, pingEvery);
    return created;
  }

  async function ask(makeBody: (id: number) => Body): Promise<Answer | null> {
    if (!worker) void start();
    if (!worker) return null;
    lastId += 1;
    const answer = awaitAnswer(lastId);
    say(makeBody(lastId));
    return answer;
  }

  return {
    async restore() {
      const answer = await start();
      return answer?.kind === 'restored' ? answer.restored : fail('sync-crashed');
    },
    async sync(now) {
      const answer = await ask((id) => ({ kind: 'sync', id, now }));
      return answer?.kind === 'updated' ? answer.result : fail('sync-crashed');
    },
    async importBundle(file, now) {
      const answer = await ask((id) => ({ kind: 'import', id, now, file }));
      return answer?.kind === 'updated' ? answer.result : fail('sync-crashed');
    },
    async exportBundle() {
      const answer = await ask((id) => ({ kind: 'export', id }));
      return answer?.kind === 'exported' ? answer.result : fail('sync-crashed');
    },
    noteTime: (at) => say({ kind: 'note-time', at }),
  };
}

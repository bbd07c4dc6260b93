/**
 * One worker, from its start to its end: hands it frames, waits for answers, and finds out when it
 * is dead. A worker that hangs or closes itself fires no event, so each request has a time limit,
 * and an idle worker is pinged. What to do about a dead worker is left to `decoder.ts`.
 */
import {
  type Effort,
  type EngineName,
  type Frame,
  type FromWorker,
  PROTOCOL_VERSION,
  type Reading,
  type ToWorker,
} from './messages.ts';

/** How a worker ended: its engine did not load, a frame took it too long, or anything else went wrong. */
export type Death = 'unloadable' | 'hung' | 'crashed';

/** A running worker. */
export interface WorkerLink {
  /** What a frame shows, which is closed in any case; null when it was lost with the worker. */
  read(frame: Frame, effort: Effort): Promise<Reading | null>;
  /** Ends the worker without reporting a death. */
  close(): void;
}

/** What a link needs; `onDeath` is called at most once, and never during `openWorkerLink`. */
export interface WorkerLinkOptions {
  readonly worker: Worker;
  readonly engine: EngineName;
  readonly wasmUrl: string;
  readonly onDeath: (death: Death) => void;
}

/**
 * Milliseconds. At its start a worker may have to wait for the wasm module on a slow network; a picture
 * of 12 megapixels takes a slow phone some seconds.
 */
const looks = { frame: 2000, picture: 20_000 } as const satisfies Record<Effort, number>;
const answerLimits = { start: 10_000, ping: 2000, ...looks } as const;
const pingInterval = 2000;
/** A timer this late fired after the device slept, when the worker slept, too. */
const sleepThreshold = 1000;

/** `alive` where nothing else was asked; null when the worker is dead. */
type Answer = Reading | 'alive' | null;

/** Starts the engine in a fresh worker. */
export function openWorkerLink(options: WorkerLinkOptions): WorkerLink {
  const { worker, engine, wasmUrl, onDeath } = options;
  const waiting = new Map<number, (answer: Answer) => void>();
  const startId = 0;
  let lastId = startId;
  let alive = true;

  const say = (message: ToWorker, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);

  function end(): void {
    alive = false;
    clearInterval(heartbeat);
    worker.terminate();
    for (const settle of [...waiting.values()]) settle(null);
  }

  function die(death: Death): void {
    if (!alive) return;
    end();
    onDeath(death);
  }

  function awaitAnswer(id: number, request: keyof typeof answerLimits): Promise<Answer> {
    const answerLimit = answerLimits[request];
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout>;
      const startTimer = (): void => {
        const due = performance.now() + answerLimit;
        const slept = (): boolean => performance.now() - due > sleepThreshold;
        timer = setTimeout(
          () => (slept() ? startTimer() : die(request in looks ? 'hung' : 'crashed')),
          answerLimit,
        );
      };
      startTimer();
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(answer);
      });
    });
  }

  function hear(message: FromWorker): void {
    if (!alive) return;
    if (message.version !== PROTOCOL_VERSION) die('crashed');
    else if (message.kind === 'ready') waiting.get(startId)?.('alive');
    else if (message.kind === 'reading') waiting.get(message.id)?.(message.reading);
    else if (message.kind === 'pong') waiting.get(message.id)?.('alive');
    else die(message.failure === 'engine-unloadable' ? 'unloadable' : 'crashed');
  }

  function ping(): void {
    if (waiting.size > 0) return;
    lastId += 1;
    void awaitAnswer(lastId, 'ping');
    say({ version: PROTOCOL_VERSION, kind: 'ping', id: lastId });
  }

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  worker.addEventListener('messageerror', () => die('crashed'));
  worker.addEventListener('error', () => die('crashed'));
  const started = awaitAnswer(startId, 'start');
  say({ version: PROTOCOL_VERSION, kind: 'start', engine, wasmUrl });
  const heartbeat = setInterval(ping, pingInterval);

  return {
    async read(frame, effort) {
      try {
        if ((await started) === null || !alive) return null;
        lastId += 1;
        const answer = awaitAnswer(lastId, effort);
        say({ version: PROTOCOL_VERSION, kind: 'read', id: lastId, frame, effort }, [frame]);
        const reading = await answer;
        return reading === 'alive' ? null : reading;
      } finally {
        frame.close();
      }
    },
    close: () => {
      if (alive) end();
    },
  };
}

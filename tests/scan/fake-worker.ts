/** A worker that answers by a script and keeps what it was told. */
import {
  type EngineName,
  type Frame,
  type FromWorker,
  PROTOCOL_VERSION,
  type ToWorker,
} from '../../src/scan/messages.ts';

/** What a worker does with a request; `hang` is silence. */
export interface Script {
  readonly start?: 'ready' | 'unloadable' | 'hang' | 'script-error';
  readonly read?: 'texts' | 'failed' | 'error' | 'messageerror' | 'hang' | 'wrong-version';
  readonly ping?: 'pong' | 'hang';
}

/** The part of a `Worker` that the page uses. */
export class FakeWorker extends EventTarget {
  readonly told: ToWorker[] = [];
  terminated = false;
  readonly script: Script;

  constructor(script: Script = {}) {
    super();
    this.script = script;
  }

  get engine(): EngineName | undefined {
    const start = this.told.find((message) => message.kind === 'start');
    return start?.engine;
  }

  postMessage(message: ToWorker): void {
    this.told.push(message);
    queueMicrotask(() => this.#react(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  #react(message: ToWorker): void {
    const version = PROTOCOL_VERSION;
    const { start = 'ready', read = 'texts', ping = 'pong' } = this.script;
    if (message.kind === 'start') {
      if (start === 'ready') this.#say({ version, kind: 'ready' });
      if (start === 'unloadable')
        this.#say({ version, kind: 'failed', failure: 'engine-unloadable' });
      if (start === 'script-error') this.dispatchEvent(new Event('error'));
    } else if (message.kind === 'ping') {
      if (ping === 'pong') this.#say({ version, kind: 'pong', id: message.id });
    } else if (read === 'texts' || read === 'wrong-version') {
      const answer = { kind: 'texts', id: message.id, texts: [`by ${this.engine}`] } as const;
      const spoken = read === 'texts' ? version : version + 1;
      this.#say({ ...answer, version: spoken, width: 1, height: 1 });
    } else if (read === 'failed') this.#say({ version, kind: 'failed', failure: 'engine-crashed' });
    else if (read !== 'hang') this.dispatchEvent(new Event(read));
  }

  #say(data: FromWorker): void {
    if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** A frame that knows whether it was closed. */
export class FakeFrame {
  closed = false;

  close(): void {
    this.closed = true;
  }

  get asFrame(): Frame {
    return this as unknown as Frame;
  }
}

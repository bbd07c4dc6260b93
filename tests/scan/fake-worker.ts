/** A worker that answers by a script and keeps what it was told. */
import {
  type EngineName,
  type Frame,
  type FromWorker,
  PROTOCOL_VERSION,
  type Reading,
  type ToWorker,
} from '../../src/scan/messages.ts';

/** What a worker does with a request; `hang` is silence. */
export interface Script {
  readonly start?: 'ready' | 'unloadable' | 'hang' | 'script-error';
  readonly read?: 'reading' | 'failed' | 'error' | 'messageerror' | 'hang' | 'wrong-version';
  readonly ping?: 'pong' | 'hang';
}

const corner = { x: 0, y: 0 };

/** What a picture with one code shows. */
export const readingOf = (text: string | null): Reading => ({
  width: 1,
  height: 1,
  codes: [{ text, corners: [corner, corner, corner, corner], modules: 21 }],
  suspect: null,
  light: { dark: 0, bright: 255, burnt: 0 },
  print: 0,
});

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
    const { start = 'ready', read = 'reading', ping = 'pong' } = this.script;
    if (message.kind === 'start') {
      if (start === 'ready') this.#say({ version, kind: 'ready' });
      if (start === 'unloadable')
        this.#say({ version, kind: 'failed', failure: 'engine-unloadable' });
      if (start === 'script-error') this.dispatchEvent(new Event('error'));
    } else if (message.kind === 'ping') {
      if (ping === 'pong') this.#say({ version, kind: 'pong', id: message.id });
    } else if (read === 'reading' || read === 'wrong-version') {
      const reading = readingOf(`by ${this.engine}`);
      const spoken = read === 'reading' ? version : version + 1;
      this.#say({ version: spoken, kind: 'reading', id: message.id, reading });
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

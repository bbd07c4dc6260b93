/** The loop between camera and worker. What each of the two does is tested with its own. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToWorker } from '../../src/scan/messages.ts';
import { type Scanner, type ScannerState, startScanner } from '../../src/scan/scanner.ts';
import { FakeFrame, FakeWorker, type Script } from './fake-worker.ts';

class Page extends EventTarget {
  hidden = false;
  show(visible: boolean): void {
    this.hidden = !visible;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** A video that gives a frame when a test says so, and a scanner before it. */
class Stage {
  readonly page = new Page();
  readonly workers: FakeWorker[] = [];
  readonly states: ScannerState[] = [];
  readonly texts: string[] = [];
  readonly scanner: Scanner;
  readonly #callbacks = new Map<number, (now: number) => void>();
  #lastId = 0;

  constructor(...scripts: readonly Script[]) {
    const track = Object.assign(new EventTarget(), {
      muted: false,
      stop: () => undefined,
      getSettings: () => ({}),
    });
    const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
    const mediaDevices = { getUserMedia: async () => stream, enumerateDevices: async () => [] };
    vi.stubGlobal('navigator', { mediaDevices });
    const video = {
      ownerDocument: this.page,
      play: async () => undefined,
      requestVideoFrameCallback: (callback: (now: number) => void) => {
        this.#lastId += 1;
        this.#callbacks.set(this.#lastId, callback);
        return this.#lastId;
      },
      cancelVideoFrameCallback: (id: number) => this.#callbacks.delete(id),
    };
    this.scanner = startScanner({
      video: video as unknown as HTMLVideoElement,
      createWorker: () => {
        this.workers.push(new FakeWorker(scripts[this.workers.length]));
        return this.workers.at(-1) as unknown as Worker;
      },
      wasmUrl: '/reader.wasm',
      cameraMemory: { read: () => null, write: () => undefined },
      onState: (state) => this.states.push(state),
      onText: (text) => this.texts.push(text),
      onOutlook: () => undefined,
    });
  }

  /** Shows so many frames, each as late as a calm pace waits for. */
  async show(frames: number): Promise<void> {
    for (let shown = 0; shown < frames; shown += 1) {
      await vi.advanceTimersByTimeAsync(125);
      const due = [...this.#callbacks.values()];
      this.#callbacks.clear();
      for (const callback of due) callback(performance.now());
    }
    await vi.advanceTimersByTimeAsync(1);
  }

  /** Requests of one effort that the newest worker got. */
  count(effort: 'frame' | 'picture'): number {
    const told: readonly ToWorker[] = this.workers.at(-1)?.told ?? [];
    return told.filter((message) => message.kind === 'read' && message.effort === effort).length;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('VideoFrame', FakeFrame);
  vi.stubGlobal('createImageBitmap', async () => new FakeFrame());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the scanner', () => {
  it('hands over one frame at a time, and reports what it shows', async () => {
    const stage = new Stage();
    await stage.show(3);
    expect(stage.count('frame')).toBe(3);
    expect(stage.texts[0]).toBe('by zxing-wasm');
    const hanging = new Stage({ read: 'hang' });
    await hanging.show(5);
    expect(hanging.count('frame')).toBe(1);
  });

  it('sends no frame while a picture is read, which would wait behind it', async () => {
    const stage = new Stage({ read: 'hang' });
    const reading = stage.scanner.readPicture(new FakeFrame() as unknown as ImageBitmap);
    await stage.show(50);
    expect([stage.count('picture'), stage.count('frame'), stage.workers.length]).toEqual([1, 0, 1]);
    await stage.show(160);
    expect(await reading).toBeNull();
    expect(stage.count('frame')).toBeGreaterThan(0);
  });

  it('takes a bitmap where the browser cannot make a frame of the video', async () => {
    vi.stubGlobal(
      'VideoFrame',
      class {
        constructor() {
          throw new TypeError('not of this video');
        }
      },
    );
    const stage = new Stage();
    await stage.show(2);
    expect(stage.texts.length).toBe(2);
  });

  it('says that the camera fails where nothing can be taken of it', async () => {
    vi.stubGlobal('VideoFrame', undefined);
    vi.stubGlobal('createImageBitmap', async () => Promise.reject(new Error('no picture')));
    const stage = new Stage();
    await stage.show(59);
    expect(stage.states.at(-1)?.name).toBe('live');
    await stage.show(2);
    expect(stage.states.at(-1)).toEqual({ name: 'failed', failure: 'camera-failed' });
  });

  it('tries the engines again by itself when none is left', async () => {
    const broken = { start: 'unloadable' } as const;
    const stage = new Stage(broken, { start: 'script-error' }, { start: 'script-error' });
    await stage.show(3);
    expect(stage.states.at(-1)).toEqual({ name: 'failed', failure: 'decoder-failed' });
    await stage.show(120);
    expect(stage.states.at(-1)).toMatchObject({ name: 'live', engine: 'zxing-wasm' });
  });

  it('tries no engine while the page is hidden', async () => {
    const broken = { start: 'unloadable' } as const;
    const stage = new Stage(broken, { start: 'script-error' }, { start: 'script-error' });
    await stage.show(3);
    stage.page.show(false);
    await stage.show(120);
    expect(stage.workers.length).toBe(3);
  });

  it('ends its worker when the page is hidden, and starts another when it is visible', async () => {
    const stage = new Stage();
    await stage.show(1);
    stage.page.show(false);
    expect(stage.workers[0]?.terminated).toBe(true);
    stage.page.show(true);
    await stage.show(2);
    expect(stage.workers.length).toBe(2);
    expect(stage.count('frame')).toBeGreaterThan(0);
  });

  it('gives everything back when it is stopped', async () => {
    const stage = new Stage();
    await stage.show(1);
    stage.scanner.stop();
    await stage.show(3);
    expect(stage.workers[0]?.terminated).toBe(true);
    expect(stage.texts.length).toBe(1);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDecoder, type Decoder } from '../../src/scan/decoder.ts';
import { FakeFrame, FakeWorker, type Script } from './fake-worker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A decoder whose workers follow the scripts in turn; after the last script all goes well. */
function setUp(...scripts: readonly Script[]): { decoder: Decoder; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const createWorker = (): Worker => {
    workers.push(new FakeWorker(scripts[workers.length]));
    return workers.at(-1) as unknown as Worker;
  };
  return { decoder: createDecoder({ createWorker, wasmUrl: '/reader.wasm' }), workers };
}

async function decode(decoder: Decoder, wait = 0): Promise<readonly string[]> {
  const frame = new FakeFrame();
  const reading = decoder.decode(frame.asFrame, 'frame');
  await vi.advanceTimersByTimeAsync(wait);
  const texts = (await reading)?.codes.flatMap(({ text }) => text ?? []) ?? [];
  expect(frame.closed).toBe(true);
  return texts;
}

const wasm = ['by zxing-wasm'];
const js = ['by zxing-js'];

describe('the decoder', () => {
  it('starts with zxing-wasm and reads frame after frame with one worker', async () => {
    const { decoder, workers } = setUp();
    expect(await decode(decoder)).toEqual(wasm);
    expect(await decode(decoder)).toEqual(wasm);
    expect(workers.length).toBe(1);
    expect(workers[0]?.told[0]).toMatchObject({ kind: 'start', wasmUrl: '/reader.wasm' });
  });

  it('takes zxing-js at once where the wasm does not load', async () => {
    const { decoder, workers } = setUp({ start: 'unloadable' });
    expect(await decode(decoder)).toEqual([]);
    expect(decoder.engine).toBe('zxing-js');
    expect(await decode(decoder)).toEqual(js);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  const crashes = ['failed', 'error', 'messageerror', 'wrong-version'] as const;

  it.each(crashes)('starts zxing-wasm again after one crash: %s', async (read) => {
    const { decoder, workers } = setUp({ read });
    expect(await decode(decoder)).toEqual([]);
    expect(await decode(decoder)).toEqual(wasm);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it.each(crashes)('takes zxing-js after two crashes: %s', async (read) => {
    const { decoder } = setUp({ read }, { read });
    expect(await decode(decoder)).toEqual([]);
    expect(await decode(decoder)).toEqual([]);
    expect(decoder.engine).toBe('zxing-js');
    expect(await decode(decoder)).toEqual(js);
  });

  it('replaces a worker that leaves a frame without an answer for 2 s', async () => {
    const { decoder, workers } = setUp({ read: 'hang' });
    const reading = decoder.decode(new FakeFrame().asFrame, 'frame');
    await vi.advanceTimersByTimeAsync(1999);
    expect(workers.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toBeNull();
    expect(workers[0]?.terminated).toBe(true);
    expect(await decode(decoder)).toEqual(wasm);
  });

  it('keeps zxing-wasm however many frames hang: the other takes longer', async () => {
    const { decoder } = setUp({ read: 'hang' }, { read: 'hang' }, { read: 'hang' });
    for (let hangs = 0; hangs < 3; hangs += 1) expect(await decode(decoder, 2000)).toEqual([]);
    expect(await decode(decoder)).toEqual(wasm);
  });

  it('leaves a picture more time than a frame', async () => {
    const { decoder, workers } = setUp({ read: 'hang' });
    const reading = decoder.decode(new FakeFrame().asFrame, 'picture');
    await vi.advanceTimersByTimeAsync(19_000);
    expect(workers.length).toBe(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await reading).toBeNull();
  });

  it('replaces a worker whose start hangs, with a frame waiting for it', async () => {
    const { decoder } = setUp({ start: 'hang' });
    expect(await decode(decoder, 10_000)).toEqual([]);
    expect(await decode(decoder)).toEqual(wasm);
  });

  it.each([
    [10, 'zxing-js'],
    [300, 'zxing-wasm'],
  ])(
    'after %i readings between two crashes of zxing-wasm goes on with %s',
    async (readings, engine) => {
      const { decoder } = setUp({ read: 'failed' }, { ping: 'hang' });
      await decode(decoder);
      for (let count = 0; count < readings; count += 1) await decode(decoder);
      await vi.advanceTimersByTimeAsync(4000);
      expect(decoder.engine).toBe(engine);
    },
  );

  it('finds a dead worker by its heartbeat while no frame comes', async () => {
    const { decoder, workers } = setUp({ ping: 'hang' });
    await decode(decoder);
    await vi.advanceTimersByTimeAsync(4000);
    expect(workers.length).toBe(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers.length).toBe(2);
    expect(await decode(decoder)).toEqual(wasm);
  });

  it('forgives a missing answer after the device slept', async () => {
    const { decoder, workers } = setUp({ read: 'hang' });
    const reading = decoder.decode(new FakeFrame().asFrame, 'frame');
    await vi.advanceTimersByTimeAsync(0);
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 60_000);
    await vi.advanceTimersByTimeAsync(2000);
    expect(workers.length).toBe(1);
    clock.mockRestore();
    await vi.advanceTimersByTimeAsync(2000);
    expect(workers.length).toBe(2);
    expect(await reading).toBeNull();
  });

  it('gives up when zxing-js crashes twice, too', async () => {
    const { decoder, workers } = setUp(
      { start: 'unloadable' },
      { start: 'script-error' },
      { start: 'script-error' },
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(decoder.engine).toBe(null);
    expect(await decode(decoder)).toEqual([]);
    expect(workers.length).toBe(3);
  });

  it('keeps zxing-js while it reads frames between its crashes', async () => {
    const { decoder, workers } = setUp({ start: 'unloadable' }, { ping: 'hang' }, { ping: 'hang' });
    await vi.advanceTimersByTimeAsync(0);
    expect(await decode(decoder)).toEqual(js);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await decode(decoder)).toEqual(js);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await decode(decoder)).toEqual(js);
    expect(workers.length).toBe(4);
  });

  it('ends its worker and reads nothing once closed', async () => {
    const { decoder, workers } = setUp();
    decoder.close();
    expect(await decode(decoder)).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('lets go of a frame in flight when closed', async () => {
    const { decoder } = setUp({ read: 'hang' });
    const frame = new FakeFrame();
    const reading = decoder.decode(frame.asFrame, 'frame');
    await vi.advanceTimersByTimeAsync(10);
    decoder.close();
    expect(await reading).toBeNull();
    expect(frame.closed).toBe(true);
  });
});

/**
 * A camera that is plugged in while the page has none. Which failures wait for one, and that nothing
 * else that comes or goes is taken for one.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settle, setUp, type World } from './fake-camera.ts';

/** Lets the browser tell of a change, with these cameras added. */
function plug({ devices }: World, ...added: string[]): void {
  devices.inputs.push(...added);
  devices.dispatchEvent(new Event('devicechange'));
}

async function setUpMissing(): Promise<World> {
  const inputs: string[] = [];
  const refuse = () => inputs.length === 0 && new DOMException('', 'NotFoundError');
  const world = setUp({ refuse, inputs });
  await settle();
  return world;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a camera that is plugged in', () => {
  it.each(['rear', ''])('is taken where there was none, listed as "%s"', async (input) => {
    const world = await setUpMissing();
    plug(world, input);
    await settle();
    expect(world.listNames()).toEqual(['starting', 'camera-missing', 'starting', 'live']);
  });

  it('is taken where one was lost, and may be exchanged as that was', async () => {
    const world = setUp();
    for (let time = 0; time < 2; time++) {
      await settle();
      world.tracks.at(-1)?.say('ended');
    }
    plug(world);
    await settle();
    world.tracks.at(-1)?.say('ended');
    await settle();
    expect(world.listNames().slice(4)).toEqual([
      'camera-lost',
      ...['starting', 'live', 'starting', 'live'],
    ]);
  });

  it('is asked for once, however many changes tell of it', async () => {
    const world = await setUpMissing();
    for (const input of ['rear', 'wide', 'front']) plug(world, input);
    await settle();
    expect(world.getUserMedia).toHaveBeenCalledTimes(2);
  });

  it('is none when it is something else', async () => {
    const world = await setUpMissing();
    plug(world);
    await settle();
    expect(world.listNames()).toEqual(['starting', 'camera-missing']);
  });

  it.each(['NotAllowedError', 'NotReadableError'])('is left alone after %s', async (name) => {
    const world = setUp({ refuse: () => new DOMException('', name) });
    await settle();
    plug(world, 'front');
    await settle();
    expect(world.getUserMedia).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is hidden', ({ video }: World) => video.ownerDocument.show(false)],
    ['has stopped', ({ camera }: World) => camera.stop()],
  ])('is left alone by a page that %s, before the change or just after', async (_name, act) => {
    for (const isBefore of [true, false]) {
      const world = await setUpMissing();
      if (isBefore) act(world);
      plug(world, 'rear');
      if (!isBefore) act(world);
      await settle();
      expect(world.listNames()).toEqual(['starting', 'camera-missing']);
    }
  });
});

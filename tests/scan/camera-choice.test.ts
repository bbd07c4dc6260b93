import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Asked, settle, setUp } from './fake-camera.ts';

const rearWish = { facingMode: { ideal: 'environment' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the camera that is taken', () => {
  it('is remembered when it faces away from the person', async () => {
    const { memory } = setUp();
    await settle();
    expect(memory.write.mock.calls).toEqual([['rear']]);
  });

  it.each(['front', 'webcam', ''])(
    'is not remembered when nobody chose it, or it has no name: "%s"',
    async (rear) => {
      const { memory } = setUp({ rear });
      await settle();
      expect(memory.write).not.toHaveBeenCalled();
    },
  );

  it('is one that faces the person where that is wished for, and is remembered', async () => {
    const { listWishes, memory } = setUp({ facing: 'user', rear: 'front' });
    await settle();
    expect(listWishes()).toEqual([{ facingMode: { ideal: 'user' } }]);
    expect(memory.write.mock.calls).toEqual([['front']]);
  });

  it('is not remembered when it faces away though the other was wished for', async () => {
    const { memory } = setUp({ facing: 'user', rear: 'rear' });
    await settle();
    expect(memory.write).not.toHaveBeenCalled();
  });

  it.each(['wide', 'front'])('is the remembered one: %s', async (remembered) => {
    const { listWishes } = setUp({ inputs: ['rear', 'wide', 'front'], remembered });
    await settle();
    expect(listWishes()).toEqual([{ deviceId: { exact: remembered } }]);
  });

  it('is the rear one when the remembered one is gone, and is remembered in its place', async () => {
    const { listNames, listWishes, memory } = setUp({ remembered: 'gone' });
    await settle();
    expect(listWishes()).toEqual([{ deviceId: { exact: 'gone' } }, rearWish]);
    expect(memory.write.mock.calls).toEqual([['rear']]);
    expect(listNames()).toEqual(['starting', 'live']);
  });

  it('is missing when there is none at all', async () => {
    const refuse = () => new DOMException('', 'NotFoundError');
    const { listNames } = setUp({ refuse, remembered: 'rear' });
    await settle();
    expect(listNames()).toEqual(['starting', 'camera-missing']);
  });

  it('is not sought any longer after the end', async () => {
    const { camera, getUserMedia } = setUp({ remembered: 'gone' });
    camera.stop();
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('is not remembered when it was granted after the end', async () => {
    const { camera, memory } = setUp();
    camera.stop();
    await settle();
    expect(memory.write).not.toHaveBeenCalled();
  });

  it.each([
    ['refused', 'NotAllowedError'],
    ['busy', 'NotReadableError'],
  ])('is not another one when it is %s', async (failure, name) => {
    const refuse = () => new DOMException('', name);
    const { getUserMedia, listNames } = setUp({ refuse, remembered: 'rear' });
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    expect(listNames()).toEqual(['starting', `camera-${failure}`]);
  });

  it('is the same one after the page was hidden', async () => {
    const { listWishes, video } = setUp();
    await settle();
    video.ownerDocument.show(false);
    video.ownerDocument.show(true);
    await settle();
    expect(listWishes()).toEqual([rearWish, { deviceId: { exact: 'rear' } }]);
  });
});

const withFailing =
  (failing: string, name: string) =>
  (_call: number, { video }: Asked) =>
    video.deviceId?.exact === failing && new DOMException('', name);

describe('switching', () => {
  it('takes the next camera, gives the other one back first, and remembers it', async () => {
    const { camera, listWishes, memory, tracks } = setUp({ inputs: ['rear', 'front'] });
    await settle();
    camera.switchCamera();
    await settle();
    expect(listWishes()[1]).toEqual({ deviceId: { exact: 'front' } });
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(memory.write).toHaveBeenLastCalledWith('front');
    camera.switchCamera();
    await settle();
    expect(listWishes()[2]).toEqual({ deviceId: { exact: 'rear' } });
  });

  it('passes over a camera that does not open', async () => {
    const inputs = ['rear', 'wide', 'front'];
    const refuse = withFailing('wide', 'NotReadableError');
    const { camera, listNames, memory } = setUp({ inputs, refuse });
    await settle();
    camera.switchCamera();
    await settle();
    expect(memory.write).toHaveBeenLastCalledWith('front');
    expect(listNames().at(-1)).toBe('live');
  });

  it('ends with the camera it began with when no other one opens', async () => {
    const inputs = ['rear', 'front'];
    const refuse = withFailing('front', 'NotReadableError');
    const { camera, listNames, listWishes, memory } = setUp({ inputs, refuse });
    await settle();
    camera.switchCamera();
    await settle();
    expect(listWishes().slice(1)).toEqual([
      { deviceId: { exact: 'front' } },
      { deviceId: { exact: 'rear' } },
    ]);
    expect(listNames().at(-1)).toBe('live');
    expect(memory.write.mock.calls).toEqual([['rear']]);
  });

  it('ends when the person refuses', async () => {
    const inputs = ['rear', 'front'];
    const refuse = withFailing('front', 'NotAllowedError');
    const { camera, getUserMedia, listNames } = setUp({ inputs, refuse });
    await settle();
    camera.switchCamera();
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(2);
    expect(listNames().at(-1)).toBe('camera-refused');
  });

  it.each([
    ['opens', () => null],
    ['does not open', withFailing('front', 'NotReadableError')],
  ])('ends with the page, also where the next camera %s', async (_name, refuse) => {
    const { camera, getUserMedia, memory, video } = setUp({ inputs: ['rear', 'front'], refuse });
    await settle();
    let answer = (): void => {};
    const ready = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const ask = getUserMedia.getMockImplementation();
    getUserMedia.mockImplementation(async (asked: Asked) => {
      await ready;
      return ask?.(asked);
    });
    camera.switchCamera();
    await settle();
    video.ownerDocument.show(false);
    answer();
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(2);
    expect(memory.write.mock.calls).toEqual([['rear']]);
  });

  it('asks for nothing when the page is hidden before the cameras are listed', async () => {
    const { camera, getUserMedia, video } = setUp({ inputs: ['rear', 'front'] });
    await settle();
    camera.switchCamera();
    video.ownerDocument.show(false);
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('takes a camera that may be exchanged once as the one before was', async () => {
    const { camera, listNames, tracks } = setUp({ inputs: ['rear', 'front'] });
    await settle();
    tracks[0]?.say('ended');
    await settle();
    camera.switchCamera();
    await settle();
    tracks[2]?.say('ended');
    await settle();
    expect(listNames()).not.toContain('camera-lost');
  });

  it.each([
    ['there is no other camera', ['rear'], true],
    ['nothing is live', ['rear', 'front'], false],
  ])('does nothing when %s', async (_name, inputs, isLive) => {
    const { camera, getUserMedia } = setUp({ inputs });
    if (isLive) await settle();
    camera.switchCamera();
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('is offered while there is more than one camera', async () => {
    const { devices, states } = setUp({ inputs: ['rear', 'front'] });
    const listOffers = () =>
      states.flatMap((state) => (state.name === 'live' ? [state.abilities.canSwitch] : []));
    await settle();
    for (const inputs of [
      ['rear', ''],
      ['rear', 'wide'],
      ['rear', 'front'],
    ]) {
      devices.inputs = inputs;
      devices.dispatchEvent(new Event('devicechange'));
      await settle();
    }
    expect(listOffers()).toEqual([false, true, false, true]);
  });

  it('is nothing that a stopped camera follows', async () => {
    const { camera, devices } = setUp();
    await settle();
    camera.stop();
    const list = vi.spyOn(devices, 'enumerateDevices');
    devices.dispatchEvent(new Event('devicechange'));
    expect(list).not.toHaveBeenCalled();
  });

  it('is not offered by a browser that does not list cameras', async () => {
    const { camera, devices, getUserMedia, states } = setUp({ inputs: ['rear', 'front'] });
    devices.enumerateDevices = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    await settle();
    camera.switchCamera();
    await settle();
    expect(states.at(-1)).toMatchObject({ name: 'live', abilities: { canSwitch: false } });
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });
});

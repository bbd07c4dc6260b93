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

  it.each(['front', 'webcam'])('is not remembered when nobody chose it: %s', async (rear) => {
    const { memory } = setUp({ rear });
    await settle();
    expect(memory.write).not.toHaveBeenCalled();
  });

  it('is the remembered one, as a wish', async () => {
    const { listWishes, memory } = setUp({ inputs: ['rear', 'wide'], remembered: 'wide' });
    await settle();
    expect(listWishes()).toEqual([{ deviceId: { ideal: 'wide' } }]);
    expect(memory.write).not.toHaveBeenCalled();
  });

  it('is the rear one when the front one came in place of the remembered one', async () => {
    const { listNames, listWishes, memory, tracks } = setUp({ remembered: 'gone' });
    await settle();
    expect(listWishes()).toEqual([{ deviceId: { ideal: 'gone' } }, rearWish]);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(memory.write.mock.calls).toEqual([['rear']]);
    expect(listNames()).toEqual(['starting', 'live']);
  });

  it('is the rear one when the remembered one cannot be asked for', async () => {
    const refuse = (call: number) => call === 1 && new DOMException('', 'OverconstrainedError');
    const { listNames, listWishes } = setUp({ refuse, remembered: 'gone' });
    await settle();
    expect(listWishes()).toEqual([{ deviceId: { ideal: 'gone' } }, rearWish]);
    expect(listNames()).toEqual(['starting', 'live']);
  });

  it('is not asked for twice after a refusal', async () => {
    const refuse = () => new DOMException('', 'NotAllowedError');
    const { getUserMedia, listNames } = setUp({ refuse, remembered: 'rear' });
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    expect(listNames()).toEqual(['starting', 'camera-refused']);
  });

  it('is the same one after the page was hidden', async () => {
    const { listWishes, video } = setUp();
    await settle();
    video.ownerDocument.show(false);
    video.ownerDocument.show(true);
    await settle();
    expect(listWishes()).toEqual([rearWish, { deviceId: { ideal: 'rear' } }]);
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
    const { devices, states } = setUp({ inputs: ['rear', ''] });
    const listOffers = () =>
      states.flatMap((state) => (state.name === 'live' ? [state.abilities.canSwitch] : []));
    await settle();
    devices.inputs = ['rear', 'front'];
    devices.dispatchEvent(new Event('devicechange'));
    await settle();
    devices.inputs = ['rear'];
    devices.dispatchEvent(new Event('devicechange'));
    await settle();
    devices.dispatchEvent(new Event('devicechange'));
    await settle();
    expect(listOffers()).toEqual([false, true, false]);
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

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeTrack, settle, setUp, show, type World } from './fake-camera.ts';

let ticks = 0;
const moving = (): number => ticks++;
const still = (): number => -1;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the camera', () => {
  it('goes live with one request for the rear camera in full HD', async () => {
    const { getUserMedia, listNames, video } = setUp();
    await settle();
    expect(listNames()).toEqual(['starting', 'live']);
    expect(video).toMatchObject({ playsInline: true, muted: true });
    expect(getUserMedia.mock.calls).toEqual([
      [
        {
          video: {
            facingMode: { ideal: 'environment' },
            width: { ideal: 1920 },
            height: { ideal: 1080 },
          },
          audio: false,
        },
      ],
    ]);
  });

  it.each([
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['InvalidStateError', 'camera-failed'],
    ['TypeError', 'camera-failed'],
  ])('calls %s %s', async (name, failure) => {
    const { listNames } = setUp({ refuse: () => new DOMException('no', name) });
    await settle();
    expect(listNames()).toEqual(['starting', failure]);
  });

  it('calls what is no error at all camera-failed', async () => {
    const { listNames } = setUp({ refuse: () => 'no' });
    await settle();
    expect(listNames()).toEqual(['starting', 'camera-failed']);
  });

  it('fails and gives the track back when the video does not play', async () => {
    const { listNames, tracks } = setUp({ play: () => Promise.reject(new Error('no')) });
    await settle();
    expect(listNames()).toEqual(['starting', 'camera-failed']);
    expect(tracks[0]?.stopped).toBe(true);
  });

  it('ignores the answer to a request that was overtaken', async () => {
    const { camera, listNames, tracks } = setUp();
    camera.restart();
    await settle();
    expect(listNames()).toEqual(['starting', 'starting', 'live']);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('ignores the refusal of a request that was overtaken', async () => {
    const refuse = (call: number) => call === 1 && new DOMException('', 'AbortError');
    const { camera, listNames } = setUp({ refuse });
    camera.restart();
    await settle();
    expect(listNames()).toEqual(['starting', 'starting', 'live']);
  });

  it('stops for good, even while it is being granted', async () => {
    const { camera, listNames, tracks, video } = setUp();
    camera.stop();
    await settle();
    video.ownerDocument.show(true);
    await settle();
    expect(listNames()).toEqual(['starting']);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true]);
  });

  it('has no timer left once it is stopped', async () => {
    const { camera, tracks, video } = setUp();
    await settle();
    tracks[0]?.say('mute');
    camera.stop();
    video.showFrame();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a hidden page', () => {
  it.each([
    ['is opened', () => {}],
    ['is restarted', ({ camera }: World) => camera.restart()],
  ])('takes no camera before it is visible, also when that %s', async (_name, act) => {
    const world = setUp({ hidden: true });
    act(world);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(world.getUserMedia).not.toHaveBeenCalled();
    expect(new Set(world.listNames())).toEqual(new Set(['starting']));
    world.video.ownerDocument.show(true);
    await settle();
    expect(world.getUserMedia).toHaveBeenCalledTimes(1);
    expect(world.listNames().at(-1)).toBe('live');
  });

  it('gives the track back, and takes it anew when it is visible', async () => {
    const { listNames, tracks, video } = setUp();
    await settle();
    video.ownerDocument.show(false);
    expect(tracks[0]?.stopped).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    video.ownerDocument.show(true);
    await settle();
    expect(listNames()).toEqual(['starting', 'live', 'starting', 'live']);
    expect(tracks[1]?.stopped).toBe(false);
  });

  it('gives back at once what is granted to it', async () => {
    const { listNames, tracks, video } = setUp();
    video.ownerDocument.show(false);
    await settle();
    expect(listNames()).toEqual(['starting']);
    expect(tracks[0]?.stopped).toBe(true);
  });

  it('does not ask again by itself after a refusal', async () => {
    const refuse = () => new DOMException('', 'NotAllowedError');
    const { getUserMedia, video } = setUp({ refuse });
    await settle();
    video.ownerDocument.show(false);
    video.ownerDocument.show(true);
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('takes no camera for a picture that was taken before', async () => {
    const { camera, getUserMedia, video } = setUp();
    await settle();
    video.ownerDocument.show(false);
    camera.notePicture(1);
    await vi.advanceTimersByTimeAsync(3000);
    camera.notePicture(1);
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('is told nothing of cameras that come and go', async () => {
    const { devices, listNames, video } = setUp();
    await settle();
    video.ownerDocument.show(false);
    devices.inputs.push('front');
    devices.dispatchEvent(new Event('devicechange'));
    await settle();
    expect(listNames()).toEqual(['starting', 'live']);
  });
});

describe('a track that is muted', () => {
  it('is borne for less than 1 s', async () => {
    const world = setUp();
    await settle();
    world.tracks[0]?.say('mute');
    await show(world, 900, moving);
    world.tracks[0]?.say('unmute');
    await show(world, 5000, moving);
    expect(world.getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('is exchanged after 1 s', async () => {
    const { listNames, tracks } = setUp();
    await settle();
    tracks[0]?.say('mute');
    await vi.advanceTimersByTimeAsync(1000);
    expect(listNames()).toEqual(['starting', 'live', 'starting', 'live']);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('is lost when the stream taken anew is mute, too', async () => {
    const { listNames, tracks } = setUp({ mutedFrom: 1 });
    await settle();
    tracks[0]?.say('mute');
    await vi.advanceTimersByTimeAsync(5000);
    expect(listNames()).toEqual(['starting', 'live', 'starting', 'live', 'camera-lost']);
    expect(tracks.length).toBe(2);
  });
});

describe('a track that ends', () => {
  it('is exchanged', async () => {
    const { listNames, tracks } = setUp();
    await settle();
    tracks[0]?.say('ended');
    await settle();
    expect(listNames()).toEqual(['starting', 'live', 'starting', 'live']);
  });

  it('is lost when the stream taken anew ends, too, and comes back by restart', async () => {
    const { camera, listNames, tracks, video } = setUp();
    await settle();
    tracks[0]?.say('ended');
    await settle();
    tracks[1]?.say('ended');
    expect(listNames().slice(2)).toEqual(['starting', 'live', 'camera-lost']);
    expect(video.srcObject).toBe(null);
    camera.restart();
    await settle();
    tracks[2]?.say('ended');
    await settle();
    expect(listNames().slice(5)).toEqual(['starting', 'live', 'starting', 'live']);
  });

  it('is exchanged each time when the picture has moved for 2 s in between', async () => {
    const world = setUp();
    await settle();
    for (let call = 0; call < 3; call++) {
      world.tracks.at(-1)?.say('ended');
      await settle();
      await show(world, 2100, moving);
    }
    expect(world.listNames()).not.toContain('camera-lost');
    expect(world.tracks.length).toBe(4);
  });

  it('is refused when the permission went with it', async () => {
    const refuse = (call: number) => call > 1 && new DOMException('', 'NotAllowedError');
    const { listNames, tracks } = setUp({ refuse });
    await settle();
    tracks[0]?.say('ended');
    await settle();
    expect(listNames()).toEqual(['starting', 'live', 'starting', 'camera-refused']);
  });

  it('has nothing to say once it was given back', async () => {
    const { camera, getUserMedia, tracks } = setUp();
    await settle();
    camera.restart();
    await settle();
    for (const event of ['ended', 'mute'] as const) tracks[0]?.say(event);
    await vi.advanceTimersByTimeAsync(1500);
    expect(getUserMedia).toHaveBeenCalledTimes(2);
  });

  it('does not speak for the track that came after it', async () => {
    const { camera, getUserMedia, tracks } = setUp();
    await settle();
    camera.restart();
    await settle();
    tracks[1]?.say('mute');
    tracks[0]?.say('unmute');
    await vi.advanceTimersByTimeAsync(1000);
    expect(getUserMedia).toHaveBeenCalledTimes(3);
  });
});

describe('a frozen picture', () => {
  it('is exchanged when no frame has come for 2 s', async () => {
    const world = setUp();
    await settle();
    await show(world, 3000, moving);
    await vi.advanceTimersByTimeAsync(1800);
    expect(world.getUserMedia).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(world.listNames()).toEqual(['starting', 'live', 'starting', 'live']);
  });

  it('is exchanged when all frames of 2 s show the same', async () => {
    const world = setUp();
    await settle();
    await show(world, 3000, moving);
    await show(world, 2000, still);
    expect(world.getUserMedia).toHaveBeenCalledTimes(1);
    await show(world, 100, still);
    expect(world.getUserMedia).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['shows one picture', (world: World) => show(world, 20_000, still)],
    [
      'shows one picture after a black one',
      (world: World) => {
        let streams = 0;
        return show(world, 20_000, () => {
          const isFirst = streams < world.tracks.length;
          streams = world.tracks.length;
          return isFirst ? 0 : still();
        });
      },
    ],
  ])('is let be when the stream taken anew %s, too', async (_name, wait) => {
    const world = setUp();
    await settle();
    await wait(world);
    expect(world.listNames()).toEqual(['starting', 'live', 'starting', 'live']);
  });

  it('is lost when the stream taken anew gives no frame for 2 s, and comes back by restart', async () => {
    const { camera, listNames, tracks } = setUp();
    await settle();
    await vi.advanceTimersByTimeAsync(3900);
    expect(listNames()).toEqual(['starting', 'live', 'starting', 'live']);
    await vi.advanceTimersByTimeAsync(100);
    expect(listNames().at(-1)).toBe('camera-lost');
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, true]);
    expect(vi.getTimerCount()).toBe(0);
    camera.restart();
    await settle();
    await vi.advanceTimersByTimeAsync(2000);
    expect(listNames().slice(5)).toEqual(['starting', 'live', 'starting', 'live']);
  });

  it('is lost when it was let be and then no frame comes any more', async () => {
    const world = setUp();
    await settle();
    await show(world, 20_000, still);
    expect(world.listNames().at(-1)).toBe('live');
    await vi.advanceTimersByTimeAsync(2000);
    expect(world.listNames()).toEqual(['starting', 'live', 'starting', 'live', 'camera-lost']);
  });

  it('is not told from the pictures of the stream before', async () => {
    const world = setUp();
    await settle();
    await show(world, 1000, still);
    world.camera.restart();
    await settle();
    await show(world, 1900, still);
    expect(world.getUserMedia).toHaveBeenCalledTimes(2);
  });

  it('is exchanged again once it has moved again', async () => {
    const world = setUp();
    await settle();
    await show(world, 10_000, still);
    expect(world.getUserMedia).toHaveBeenCalledTimes(2);
    await show(world, 100, moving);
    await show(world, 2200, still);
    expect(world.getUserMedia).toHaveBeenCalledTimes(3);
  });

  it('is no camera when two streams show no first picture within 5 s each', async () => {
    const { getUserMedia, listNames } = setUp({ play: () => new Promise(() => {}) });
    await vi.advanceTimersByTimeAsync(4900);
    expect(getUserMedia).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(getUserMedia).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(5000);
    expect(listNames()).toEqual(['starting', 'starting', 'camera-failed']);
  });
});

describe('torch and zoom', () => {
  const capabilities = { torch: true, zoom: { min: 1, max: 4, step: 1 } };

  it('are reported as soon as the track offers them', async () => {
    const { states, tracks } = setUp();
    await settle();
    expect(states.at(-1)).toMatchObject({ abilities: { torch: null, zoom: null } });
    Object.assign(tracks[0] as FakeTrack, { capabilities });
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toMatchObject({ abilities: { torch: false, zoom: { value: 1 } } });
    expect(states.length).toBe(3);
  });

  it('are reported as they are set', async () => {
    const { camera, states, tracks } = setUp();
    await settle();
    Object.assign(tracks[0] as FakeTrack, { capabilities });
    camera.setTorch(true);
    await settle();
    camera.setZoom(3);
    await settle();
    expect(states.at(-1)).toMatchObject({ abilities: { torch: true, zoom: { value: 3 } } });
  });

  it('are off and as they were when the camera is taken anew', async () => {
    const { camera, states, tracks } = setUp();
    await settle();
    const [track] = tracks as [FakeTrack];
    Object.assign(track, { capabilities });
    camera.setTorch(true);
    await settle();
    camera.restart();
    expect(track.applyConstraints).toHaveBeenLastCalledWith({ advanced: [{ torch: false }] });
    expect(track.stopped).toBe(true);
    await settle();
    Object.assign(tracks[1] as FakeTrack, { capabilities });
    await vi.advanceTimersByTimeAsync(1000);
    expect(states.at(-1)).toMatchObject({ abilities: { torch: false, zoom: { value: 1 } } });
  });

  it('change nothing while nothing is live', async () => {
    const { camera, listNames, tracks } = setUp({
      refuse: () => new DOMException('', 'AbortError'),
    });
    await settle();
    camera.setTorch(true);
    camera.setZoom(2);
    camera.notePicture(1);
    await settle();
    expect(listNames()).toEqual(['starting', 'camera-busy']);
    expect(tracks.length).toBe(0);
  });
});

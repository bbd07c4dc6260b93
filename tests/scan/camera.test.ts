import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Camera, type CameraState, openCamera } from '../../src/scan/camera.ts';

class FakeTrack extends EventTarget {
  muted: boolean;
  stopped = false;

  constructor(muted: boolean) {
    super();
    this.muted = muted;
  }

  stop(): void {
    this.stopped = true;
  }

  say(name: 'ended' | 'mute' | 'unmute'): void {
    this.dispatchEvent(new Event(name));
  }
}

class FakePage extends EventTarget {
  hidden = false;

  show(visible: boolean): void {
    this.hidden = !visible;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

interface World {
  readonly camera: Camera;
  readonly page: FakePage;
  readonly tracks: FakeTrack[];
  readonly states: string[];
  readonly video: { srcObject: unknown; playsInline?: boolean; muted?: boolean };
  readonly getUserMedia: ReturnType<typeof vi.fn>;
}

interface Behaviour {
  readonly refuse?: (call: number) => unknown;
  readonly mutedFrom?: number;
  readonly play?: () => Promise<void>;
}

const nameState = (state: CameraState): string =>
  state.name === 'failed' ? state.failure : state.name;

function setUp({ refuse, mutedFrom = Infinity, play = async () => {} }: Behaviour = {}): World {
  const page = new FakePage();
  const tracks: FakeTrack[] = [];
  const states: string[] = [];
  const video = { ownerDocument: page, srcObject: null, play };
  const getUserMedia = vi.fn(async () => {
    const error = refuse?.(getUserMedia.mock.calls.length);
    if (error) throw error;
    const track = new FakeTrack(tracks.length >= mutedFrom);
    tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] };
  });
  const camera = openCamera({
    video: video as unknown as HTMLVideoElement,
    mediaDevices: { getUserMedia } as unknown as MediaDevices,
    onState: (state) => void states.push(nameState(state)),
  });
  return { camera, page, tracks, states, video, getUserMedia };
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the camera', () => {
  it('goes live with one request for the rear camera in full HD', async () => {
    const { getUserMedia, states, video } = setUp();
    await settle();
    expect(states).toEqual(['starting', 'live']);
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
    const { states } = setUp({ refuse: () => new DOMException('no', name) });
    await settle();
    expect(states).toEqual(['starting', failure]);
  });

  it('calls what is no error at all camera-failed', async () => {
    const { states } = setUp({ refuse: () => 'no' });
    await settle();
    expect(states).toEqual(['starting', 'camera-failed']);
  });

  it('fails and gives the track back when the video does not play', async () => {
    const { states, tracks } = setUp({ play: () => Promise.reject(new Error('no')) });
    await settle();
    expect(states).toEqual(['starting', 'camera-failed']);
    expect(tracks[0]?.stopped).toBe(true);
  });

  it('is lost when its track ends, and comes back by restart', async () => {
    const { camera, states, tracks, video } = setUp();
    await settle();
    tracks[0]?.say('ended');
    expect(states).toEqual(['starting', 'live', 'camera-lost']);
    expect(video.srcObject).toBe(null);
    camera.restart();
    await settle();
    expect(states.slice(3)).toEqual(['starting', 'live']);
  });

  it('bears a mute shorter than 1 s', async () => {
    const { getUserMedia, tracks } = setUp();
    await settle();
    tracks[0]?.say('mute');
    await vi.advanceTimersByTimeAsync(900);
    tracks[0]?.say('unmute');
    await vi.advanceTimersByTimeAsync(5000);
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('takes the stream anew after a mute of 1 s', async () => {
    const { states, tracks } = setUp();
    await settle();
    tracks[0]?.say('mute');
    await vi.advanceTimersByTimeAsync(1000);
    expect(states).toEqual(['starting', 'live', 'starting', 'live']);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('is lost when the stream taken anew is mute, too', async () => {
    const { states, tracks } = setUp({ mutedFrom: 1 });
    await settle();
    tracks[0]?.say('mute');
    await vi.advanceTimersByTimeAsync(5000);
    expect(states).toEqual(['starting', 'live', 'starting', 'live', 'camera-lost']);
    expect(tracks.length).toBe(2);
  });

  it('gives the track back while the page is hidden, and takes it anew', async () => {
    const { page, states, tracks } = setUp();
    await settle();
    page.show(false);
    expect(tracks[0]?.stopped).toBe(true);
    page.show(true);
    await settle();
    expect(states).toEqual(['starting', 'live', 'starting', 'live']);
    expect(tracks[1]?.stopped).toBe(false);
  });

  it('does not ask again by itself after a refusal', async () => {
    const { getUserMedia, page } = setUp({ refuse: () => new DOMException('', 'NotAllowedError') });
    await settle();
    page.show(false);
    page.show(true);
    await settle();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  it('ignores the answer to a request that was overtaken', async () => {
    const { camera, states, tracks } = setUp();
    camera.restart();
    await settle();
    expect(states).toEqual(['starting', 'starting', 'live']);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('stops for good, even while it is being granted', async () => {
    const { camera, page, states, tracks } = setUp();
    camera.stop();
    await settle();
    page.show(true);
    await settle();
    expect(states).toEqual(['starting']);
    expect(tracks.map(({ stopped }) => stopped)).toEqual([true]);
  });
});

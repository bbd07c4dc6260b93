/**
 * A phone's cameras as the browser shows them, and an opened camera before them: tracks that mute and
 * end when a test says so, frames and prints that come when a test sends them. Wants fake timers.
 */
import { vi } from 'vitest';
import { type CameraFacing, type CameraState, openCamera } from '../../src/scan/camera.ts';

/** A camera's track. */
export class FakeTrack extends EventTarget {
  muted: boolean;
  stopped = false;
  capabilities = {};
  readonly applyConstraints = vi.fn(async (_constraints: unknown): Promise<void> => {});
  readonly #settings: MediaTrackSettings;

  constructor(muted: boolean, settings: MediaTrackSettings) {
    super();
    this.muted = muted;
    this.#settings = settings;
  }

  getCapabilities(): object {
    return this.capabilities;
  }

  getSettings(): MediaTrackSettings {
    return this.#settings;
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

/** A video element that shows a frame when it is told to. */
class FakeVideo {
  readonly ownerDocument = new FakePage();
  srcObject: unknown = null;
  readonly play: () => Promise<void>;
  #callback: (() => void) | null = null;

  constructor(play: () => Promise<void>) {
    this.play = play;
  }

  requestVideoFrameCallback(callback: () => void): number {
    this.#callback = callback;
    return 1;
  }

  cancelVideoFrameCallback(): void {
    this.#callback = null;
  }

  showFrame(): void {
    const callback = this.#callback;
    this.#callback = null;
    callback?.();
  }
}

class FakeDevices extends EventTarget {
  inputs: string[] = [];
  readonly getUserMedia = vi.fn();

  async enumerateDevices(): Promise<object[]> {
    return [
      { kind: 'audioinput', deviceId: 'microphone' },
      ...this.inputs.map((deviceId) => ({ kind: 'videoinput', deviceId })),
    ];
  }
}

/** What `getUserMedia` is asked for. */
export interface Asked {
  readonly video: {
    readonly deviceId?: { readonly exact: string };
  };
}

/** How the cameras behave: without any of these, there is one rear camera that works. */
interface Behaviour {
  /** Gives what `getUserMedia` rejects with, if it does. */
  readonly refuse?: (call: number, asked: Asked) => unknown;
  /** Tracks from this one on are muted from the start. */
  readonly mutedFrom?: number;
  readonly play?: () => Promise<void>;
  readonly inputs?: string[];
  /** What the memory holds. */
  readonly remembered?: string;
  /** The camera that comes when the rear one is asked for. */
  readonly rear?: string;
  /** Which way the camera is wished to look. */
  readonly facing?: CameraFacing;
  /** The page is hidden from the start. */
  readonly hidden?: boolean;
}

const facings: Readonly<Record<string, string>> = {
  rear: 'environment',
  wide: 'environment',
  '': 'environment',
  front: 'user',
};

const nameState = (state: CameraState): string =>
  state.name === 'failed' ? state.failure : state.name;

/** Opens a camera. */
export function setUp(behaviour: Behaviour = {}) {
  const { refuse, mutedFrom = Infinity, play = async () => {}, remembered = null } = behaviour;
  const { inputs = ['rear'], rear = 'rear', hidden = false } = behaviour;
  const tracks: FakeTrack[] = [];
  const states: CameraState[] = [];
  const video = new FakeVideo(play);
  video.ownerDocument.hidden = hidden;
  const devices = new FakeDevices();
  const { getUserMedia } = devices;
  devices.inputs = inputs;
  getUserMedia.mockImplementation(async (asked: Asked) => {
    const error = refuse?.(getUserMedia.mock.calls.length, asked);
    if (error) throw error;
    const deviceId = asked.video.deviceId?.exact ?? rear;
    if (deviceId === 'gone') throw new DOMException('', 'OverconstrainedError');
    const facingMode = facings[deviceId];
    const settings = { deviceId, ...(facingMode && { facingMode }) };
    const track = new FakeTrack(tracks.length >= mutedFrom, settings);
    tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] };
  });
  const memory = { read: () => remembered, write: vi.fn() };
  const camera = openCamera({
    video: video as unknown as HTMLVideoElement,
    mediaDevices: devices as unknown as MediaDevices,
    memory,
    ...(behaviour.facing ? { facing: behaviour.facing } : {}),
    onState: (state) => void states.push(state),
  });
  const listNames = (): string[] => states.map(nameState);
  const listWishes = (): unknown[] =>
    getUserMedia.mock.calls.map(([{ video: asked }]) => {
      const { width: _width, height: _height, ...wish } = asked;
      return wish;
    });
  return { camera, devices, getUserMedia, listNames, listWishes, memory, states, tracks, video };
}

/** Lets answers arrive. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

/** What `setUp` gives. */
export type World = ReturnType<typeof setUp>;

/** Lets time pass with a frame and a print each 100 ms. */
export async function show(
  { camera, video }: World,
  milliseconds: number,
  takePrint: () => number,
): Promise<void> {
  for (let at = 0; at < milliseconds; at += 100) {
    video.showFrame();
    camera.notePicture(takePrint());
    await vi.advanceTimersByTimeAsync(100);
  }
}

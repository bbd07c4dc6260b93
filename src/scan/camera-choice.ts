/**
 * Which camera is asked for, and how a refusal is called. The first grant decides between the
 * cameras of a phone's back, among which a browser may choose differently each time: it is kept by
 * its deviceId, and so is the one that a person switches to. A remembered camera that is gone is no
 * failure: one that looks the wished way takes its place. What becomes of a stream is left to camera.ts.
 */

/** Why there is no picture. */
export type CameraFailure =
  | 'camera-refused'
  | 'camera-missing'
  | 'camera-busy'
  | 'camera-lost'
  | 'camera-failed';

/** Keeps a deviceId from visit to visit; neither call throws. */
export interface CameraMemory {
  read(): string | null;
  write(deviceId: string): void;
}

/** Which way a camera is wished to look: away from who holds the device, or at who stands before it. */
export type CameraFacing = 'environment' | 'user';

/** The browser's cameras; not every browser tells when one is plugged in. */
export type CameraDevices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'> &
  Partial<Pick<EventTarget, 'addEventListener' | 'removeEventListener'>>;

/** Says whether a stream is still wanted: nobody is asked again for one that is not. */
export type IsWanted = () => boolean;

/** Takes streams, one at a time. What it takes is the caller's to give back. */
export interface CameraChoice {
  /** Takes the remembered camera, or the one that looks the wished way. Rejects as getUserMedia does. */
  takeUsual(isWanted: IsWanted): Promise<MediaStream>;
  /** Takes the first of these cameras that opens. Rejects as getUserMedia does for the last. */
  takeFirst(deviceIds: readonly string[], isWanted: IsWanted): Promise<MediaStream>;
  /** The deviceIds of all cameras; browsers withhold them until a camera is in use. */
  listInputs(): Promise<readonly string[]>;
  /** Whether there is a camera at all, be its deviceId withheld or not. */
  hasInput(): Promise<boolean>;
}

type Wish = Pick<MediaTrackConstraints, 'deviceId' | 'facingMode'>;

const fullHd = { width: { ideal: 1920 }, height: { ideal: 1080 } };

/** Begins with the camera that the memory holds; `facing` is wished for where it holds none. */
export function createCameraChoice(
  devices: CameraDevices,
  memory: CameraMemory,
  facing: CameraFacing = 'environment',
): CameraChoice {
  let chosen = memory.read();

  const request = (wish: Wish): Promise<MediaStream> =>
    devices.getUserMedia({ video: { ...wish, ...fullHd }, audio: false });

  function remember(stream: MediaStream): void {
    const { deviceId } = settingsOf(stream);
    if (!deviceId || deviceId === chosen) return;
    chosen = deviceId;
    memory.write(deviceId);
  }

  /** Null when the camera is gone. */
  async function takeRemembered(deviceId: string, isWanted: IsWanted): Promise<MediaStream | null> {
    try {
      // Chromium does not heed a deviceId that is only ideal.
      return await request({ deviceId: { exact: deviceId } });
    } catch (error) {
      if (!isWanted() || nameFailure(error) !== 'camera-missing') throw error;
      return null;
    }
  }

  /** An empty deviceId is a withheld one. */
  async function listAll(): Promise<readonly string[]> {
    try {
      const all = await devices.enumerateDevices();
      return all.flatMap(({ kind, deviceId }) => (kind === 'videoinput' ? [deviceId] : []));
    } catch {
      // Who is not told of cameras has none to switch to.
      return [];
    }
  }

  return {
    async takeUsual(isWanted) {
      const remembered = chosen === null ? null : await takeRemembered(chosen, isWanted);
      const stream = remembered ?? (await request({ facingMode: { ideal: facing } }));
      // One that faces otherwise may be there for want of permission or of another one.
      if (isWanted() && settingsOf(stream).facingMode === facing) remember(stream);
      return stream;
    },

    async takeFirst(deviceIds, isWanted) {
      let failure: unknown;
      for (const deviceId of deviceIds) {
        try {
          const stream = await request({ deviceId: { exact: deviceId } });
          if (isWanted()) remember(stream);
          return stream;
        } catch (error) {
          failure = error;
          if (!isWanted() || nameFailure(error) === 'camera-refused') break;
        }
      }
      throw failure;
    },

    listInputs: async () => (await listAll()).filter((deviceId) => deviceId !== ''),
    hasInput: async () => (await listAll()).length > 0,
  };
}

/** Ends a stream's tracks, upon which the device is free. */
export function giveBack(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The track of a camera's stream. */
export function trackOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('a camera gave a stream without a video track');
  return track;
}

/** The settings of a camera's stream. */
export const settingsOf = (stream: MediaStream): MediaTrackSettings =>
  trackOf(stream).getSettings();

/** The names of Media Capture and Streams §10.2. */
const failuresByName: ReadonlyMap<string, CameraFailure> = new Map([
  ['NotAllowedError', 'camera-refused'],
  ['SecurityError', 'camera-refused'],
  ['NotFoundError', 'camera-missing'],
  ['OverconstrainedError', 'camera-missing'],
  ['NotReadableError', 'camera-busy'],
  ['AbortError', 'camera-busy'],
]);

/** Names what getUserMedia rejected with, which in some browsers is not always an Error. */
export const nameFailure = (error: unknown): CameraFailure =>
  failuresByName.get((error as Partial<Error> | null)?.name ?? '') ?? 'camera-failed';

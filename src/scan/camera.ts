/**
 * The camera: asks for it once, shows it in a video element, and says what becomes of it. Phones
 * take a camera away without a word: a track that stays muted is exchanged once, a hidden page
 * gives the camera back and a visible one takes it anew. What is in the picture is left to others.
 */

/** Why there is no picture. */
export type CameraFailure =
  | 'camera-refused'
  | 'camera-missing'
  | 'camera-busy'
  | 'camera-lost'
  | 'camera-failed';

/** What the camera does at present. */
export type CameraState =
  | { readonly name: 'starting' }
  | { readonly name: 'live' }
  | { readonly name: 'failed'; readonly failure: CameraFailure };

/** What a camera needs. */
export interface CameraOptions {
  readonly video: HTMLVideoElement;
  readonly mediaDevices: Pick<MediaDevices, 'getUserMedia'>;
  readonly onState: (state: CameraState) => void;
}

/** An opened camera. */
export interface Camera {
  /** Takes the stream anew, as after a failure. */
  restart(): void;
  /** Gives the camera back for good. */
  stop(): void;
}

const constraints: MediaStreamConstraints = {
  video: {
    facingMode: { ideal: 'environment' },
    width: { ideal: 1920 },
    height: { ideal: 1080 },
  },
  audio: false,
};

const muteLimit = 1000;

/** Opens the camera; states are reported from this call on, `starting` first. */
export function openCamera({ video, mediaDevices, onState }: CameraOptions): Camera {
  const page = video.ownerDocument;
  let stream: MediaStream | null = null;
  let state: CameraState = { name: 'starting' };
  let muteTimer: ReturnType<typeof setTimeout> | undefined;
  let exchangedForMute = false;
  /** Counts starts and releases: what began under an earlier number has nothing to say any more. */
  let turn = 0;

  function enter(next: CameraState): void {
    state = next;
    onState(next);
  }

  function release(): void {
    turn += 1;
    clearTimeout(muteTimer);
    if (stream) giveBack(stream);
    stream = null;
    video.srcObject = null;
  }

  function failWith(failure: CameraFailure): void {
    release();
    enter({ name: 'failed', failure });
  }

  async function start(): Promise<void> {
    release();
    const ownTurn = turn;
    enter({ name: 'starting' });
    try {
      const granted = await mediaDevices.getUserMedia(constraints);
      if (ownTurn !== turn) {
        giveBack(granted);
        return;
      }
      stream = granted;
    } catch (error) {
      if (ownTurn === turn) failWith(nameFailure(error));
      return;
    }
    watch(stream);
    try {
      await show(video, stream);
      if (ownTurn === turn) enter({ name: 'live' });
    } catch {
      if (ownTurn === turn) failWith('camera-failed');
    }
  }

  function watch(watched: MediaStream): void {
    const [track] = watched.getVideoTracks();
    if (!track) return;
    const ownTurn = turn;
    const startMuteTimer = (): void => {
      if (ownTurn === turn) muteTimer = setTimeout(exchangeMuted, muteLimit);
    };
    track.addEventListener('ended', () => {
      if (ownTurn === turn) failWith('camera-lost');
    });
    track.addEventListener('mute', startMuteTimer);
    track.addEventListener('unmute', () => {
      if (ownTurn === turn) clearTimeout(muteTimer);
    });
    if (track.muted) startMuteTimer();
    else exchangedForMute = false;
  }

  function exchangeMuted(): void {
    if (exchangedForMute) failWith('camera-lost');
    else {
      exchangedForMute = true;
      void start();
    }
  }

  function followVisibility(): void {
    // Who refused is not asked again without having asked for it.
    const refused = state.name === 'failed' && state.failure === 'camera-refused';
    if (page.hidden) release();
    else if (!refused) void start();
  }

  page.addEventListener('visibilitychange', followVisibility);
  void start();

  return {
    restart() {
      exchangedForMute = false;
      void start();
    },
    stop() {
      page.removeEventListener('visibilitychange', followVisibility);
      release();
    },
  };
}

function giveBack(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function show(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  // Without these two, phones refuse to play or open their own player.
  video.playsInline = true;
  video.muted = true;
  video.srcObject = stream;
  await video.play();
}

/** The names of Media Capture and Streams §10.2. */
const failuresByName: ReadonlyMap<string, CameraFailure> = new Map([
  ['NotAllowedError', 'camera-refused'],
  ['SecurityError', 'camera-refused'],
  ['NotFoundError', 'camera-missing'],
  ['OverconstrainedError', 'camera-missing'],
  ['NotReadableError', 'camera-busy'],
  ['AbortError', 'camera-busy'],
]);

// Not every browser's OverconstrainedError is an Error.
const nameFailure = (error: unknown): CameraFailure =>
  failuresByName.get((error as Partial<Error> | null)?.name ?? '') ?? 'camera-failed';

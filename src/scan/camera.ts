/**
 * The camera: shows it in a video element, and says what becomes of it. Phones take a camera away
 * without a word: a track that stays muted, ends, gives no frames, or one picture for ever is
 * exchanged once, and only a picture that moves earns another exchange. A hidden page has no camera;
 * a visible one takes it, and takes it anew when one is plugged in after it was missing or lost.
 * Which camera it is, is left to camera-choice.ts, what its track can do to camera-track.ts, and
 * what is in the picture to others.
 */
import {
  type CameraDevices,
  type CameraFacing,
  type CameraFailure,
  type CameraMemory,
  createCameraChoice,
  giveBack,
  type IsWanted,
  nameFailure,
  settingsOf,
  trackOf,
} from './camera-choice.ts';
import { controlTrack, type TrackAbilities, type TrackControls } from './camera-track.ts';

export type { CameraDevices, CameraFacing, CameraFailure, CameraMemory } from './camera-choice.ts';
export type { Zoom } from './camera-track.ts';

/** What the camera in use can do besides giving a picture. */
export interface CameraAbilities extends TrackAbilities {
  /** There is another camera to take. */
  readonly canSwitch: boolean;
}

/** What the camera does at present. */
export type CameraState =
  | { readonly name: 'starting' }
  | { readonly name: 'live'; readonly abilities: CameraAbilities }
  | { readonly name: 'failed'; readonly failure: CameraFailure };

/** What a camera needs. */
export interface CameraOptions {
  readonly video: HTMLVideoElement;
  readonly mediaDevices: CameraDevices;
  /** Remembers which camera was taken last, by its deviceId. */
  readonly memory: CameraMemory;
  /** Which way the camera is wished to look; away from the person unless told otherwise. */
  readonly facing?: CameraFacing;
  readonly onState: (state: CameraState) => void;
}

/** An opened camera. */
export interface Camera {
  /** Takes the stream anew, as after a failure. */
  restart(): void;
  /** Gives the camera back for good. */
  stop(): void;
  /** Takes the next of the device's cameras. */
  switchCamera(): void;
  setTorch(on: boolean): void;
  setZoom(value: number): void;
  /** Takes note of what the newest picture shows (`Reading.print`): one that never changes is frozen. */
  notePicture(print: number): void;
}

/** What a camera is exchanged for. */
type Trouble = 'muted' | 'ended' | 'frozen';

/** Milliseconds that a muted track, */
const muteLimit = 1000;
/** a picture that does not move or does not come, */
const stillLimit = 2000;
/** and a camera without a first picture are borne. */
const startLimit = 5000;
/** Some tracks find out only this many milliseconds after their start what they can do. */
const secondLook = 1000;

/** Opens the camera once the page is visible; states are reported at once, `starting` first. */
export function openCamera(options: CameraOptions): Camera {
  const { video, mediaDevices, memory, onState } = options;
  const page = video.ownerDocument;
  const choice = createCameraChoice(mediaDevices, memory, options.facing);
  const exchangedFor = new Set<Trouble>();
  let inputs: readonly string[] = [];
  let stream: MediaStream | null = null;
  /** Null unless there is a live picture. */
  let controls: TrackControls | null = null;
  let state: CameraState = { name: 'starting' };
  let liveSince = 0;
  let lastPrint: number | null = null;
  let printSince = 0;
  let frameCallback = 0;
  let frameTimer: ReturnType<typeof setTimeout> | undefined;
  let muteTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and releases: what began under an earlier number has nothing to say any more. */
  let turn = 0;

  function enter(next: CameraState): void {
    state = next;
    onState(next);
  }

  function reportLive(): void {
    if (!controls) return;
    const abilities = { ...controls.listAbilities(), canSwitch: inputs.length > 1 };
    const isNews = state.name !== 'live' || !areSame(state.abilities, abilities);
    if (isNews) enter({ name: 'live', abilities });
  }

  function release(): void {
    turn += 1;
    for (const timer of [frameTimer, muteTimer, lookTimer]) clearTimeout(timer);
    video.cancelVideoFrameCallback(frameCallback);
    controls?.release();
    controls = null;
    if (stream) giveBack(stream);
    stream = null;
    video.srcObject = null;
  }

  function failWith(failure: CameraFailure): void {
    release();
    enter({ name: 'failed', failure });
  }

  async function start(take: (isWanted: IsWanted) => Promise<MediaStream>): Promise<void> {
    release();
    const ownTurn = turn;
    const isWanted = (): boolean => ownTurn === turn;
    enter({ name: 'starting' });
    // The camera is taken when the page becomes visible.
    if (page.hidden) return;
    try {
      const granted = await take(isWanted);
      if (!isWanted()) {
        giveBack(granted);
        return;
      }
      stream = granted;
    } catch (error) {
      if (isWanted()) failWith(nameFailure(error));
      return;
    }
    const track = trackOf(stream);
    watch(track);
    frameTimer = setTimeout(exchangeFrameless, startLimit);
    try {
      await show(video, stream);
    } catch {
      if (isWanted()) failWith('camera-failed');
      return;
    }
    if (isWanted()) goLive(track);
  }

  function goLive(track: MediaStreamTrack): void {
    controls = controlTrack(track, reportLive);
    liveSince = performance.now();
    lastPrint = null;
    reportLive();
    lookTimer = setTimeout(reportLive, secondLook);
    followFrames();
    void countInputs();
  }

  async function countInputs(): Promise<void> {
    inputs = await choice.listInputs();
    reportLive();
  }

  async function switchToNext(): Promise<void> {
    if (!stream) return;
    const { deviceId = '' } = settingsOf(stream);
    const ownTurn = turn;
    const listed = await choice.listInputs();
    if (ownTurn !== turn || listed.length < 2) return;
    const next = listed.indexOf(deviceId) + 1;
    // The one in use comes last: it is taken anew where no other one opens.
    const candidates = [...listed.slice(next), ...listed.slice(0, next)];
    exchangedFor.clear();
    void start((isWanted) => choice.takeFirst(candidates, isWanted));
  }

  function watch(track: MediaStreamTrack): void {
    const ownTurn = turn;
    const startMuteTimer = (): void => {
      if (ownTurn !== turn) return;
      clearTimeout(muteTimer);
      muteTimer = setTimeout(() => exchangeOrFail('muted'), muteLimit);
    };
    track.addEventListener('ended', () => {
      if (ownTurn === turn) exchangeOrFail('ended');
    });
    track.addEventListener('mute', startMuteTimer);
    track.addEventListener('unmute', () => {
      if (ownTurn === turn) clearTimeout(muteTimer);
    });
    if (track.muted) startMuteTimer();
  }

  /** Takes the stream anew, unless that was done for the same trouble and did not help. */
  function exchange(trouble: Trouble): boolean {
    if (exchangedFor.has(trouble)) return false;
    exchangedFor.add(trouble);
    void start(choice.takeUsual);
    return true;
  }

  function exchangeOrFail(trouble: Trouble): void {
    if (!exchange(trouble)) failWith('camera-lost');
  }

  function exchangeFrameless(): void {
    if (!exchange('frozen')) failWith(controls ? 'camera-lost' : 'camera-failed');
  }

  function followFrames(): void {
    clearTimeout(frameTimer);
    frameTimer = setTimeout(exchangeFrameless, stillLimit);
    frameCallback = video.requestVideoFrameCallback(followFrames);
  }

  function notePicture(print: number): void {
    if (!controls) return;
    const now = performance.now();
    if (print === lastPrint) {
      // Where that does not help, it is let be: a virtual camera may show one picture for ever.
      if (now - printSince >= stillLimit) exchange('frozen');
      return;
    }
    // A stream's first pictures differ from each other even where it stands still from then on.
    if (lastPrint !== null && now - liveSince >= stillLimit) exchangedFor.clear();
    lastPrint = print;
    printSince = now;
  }

  function startAfresh(): void {
    exchangedFor.clear();
    void start(choice.takeUsual);
  }

  function followVisibility(): void {
    // Who refused is not asked again without having asked for it.
    const refused = state.name === 'failed' && state.failure === 'camera-refused';
    if (page.hidden) release();
    else if (!refused) startAfresh();
  }

  async function followDevices(): Promise<void> {
    const isGone =
      state.name === 'failed' && ['camera-missing', 'camera-lost'].includes(state.failure);
    if (!isGone) return countInputs();
    if (page.hidden) return;
    const ownTurn = turn;
    // It may be a microphone that was plugged in, or a camera that was pulled out.
    if ((await choice.hasInput()) && ownTurn === turn) startAfresh();
  }

  page.addEventListener('visibilitychange', followVisibility);
  mediaDevices.addEventListener?.('devicechange', followDevices);
  void start(choice.takeUsual);

  return {
    restart: startAfresh,
    stop() {
      page.removeEventListener('visibilitychange', followVisibility);
      mediaDevices.removeEventListener?.('devicechange', followDevices);
      release();
    },
    switchCamera: () => void switchToNext(),
    setTorch: (on) => controls?.setTorch(on),
    setZoom: (value) => controls?.setZoom(value),
    notePicture,
  };
}

const areSame = (one: CameraAbilities, other: CameraAbilities): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function show(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  // Without these two, phones refuse to play or open their own player.
  video.playsInline = true;
  video.muted = true;
  video.srcObject = stream;
  await video.play();
}

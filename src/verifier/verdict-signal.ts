/**
 * A verdict to ear and hand: rhythm, not alarm, told apart by number and length alone, at one pitch and
 * one loudness. Loaded after the camera. Browsers give sound after a tap only: the first one anywhere
 * unlocks it. Neither sound nor vibration is ever the only sign.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Screen } from './models/app-state.ts';
import type { Settings } from './models/settings.ts';
import { lookOf, type VerdictLook } from './models/verdict-look.ts';

const dot = 90;
const dash = 300;
const pause = 120;

/** Milliseconds of sound and silence in turn, as `navigator.vibrate` takes them. */
export const rhythms: Readonly<Record<VerdictLook, readonly number[]>> = {
  granted: [dot],
  denied: [dot, pause, dot],
  undecided: [dash],
  rejected: [dash, pause, dash],
  unreadable: [],
};

/** What a device gives to ear and hand. */
export interface SignalOutput {
  /** Whether this kind of device sounds where nobody has set it. */
  soundsByItself(): boolean;
  sound(rhythm: readonly number[]): void;
  vibrate(rhythm: readonly number[]): void;
}

/** Gives a rhythm for each verdict that comes to the front, as it is set. Returns a stop. */
export function signalVerdicts(
  screen: ReadonlySignal<Screen>,
  settings: ReadonlySignal<Settings>,
  output: SignalOutput,
): () => void {
  let last = '';
  return effect(() => {
    const shown = screen.value;
    if (shown.name !== 'verdict') return;
    const { number, verdict, look } = shown;
    // What a person says of it needs no signal; that its portrait does not show, does.
    if (look === 'compared' || look === 'other-person') return;
    const given = `${number} ${look}`;
    if (given === last) return;
    last = given;
    const rhythm = rhythms[lookOf(verdict, look)];
    if (rhythm.length === 0) return;
    const { sound, vibration } = settings.peek();
    if (sound ?? output.soundsByItself()) output.sound(rhythm);
    if (vibration) output.vibrate(rhythm);
  });
}

/** Hertz: heard over engines, and loud enough from a phone's speaker. */
const pitch = 880;
const loudness = 0.3;
/** Seconds in which a tone comes and goes: a hard edge would click. */
const edge = 0.008;

/** This device's speaker and motor. */
export function createSignalOutput(settings: ReadonlySignal<Settings>): SignalOutput {
  const tablet = matchMedia('(min-width: 720px) and (min-height: 480px)');
  const soundsByItself = (): boolean => tablet.matches;
  let context: AudioContext | null = null;

  function unlock(): void {
    if (!(settings.peek().sound ?? soundsByItself())) return;
    // On iPhones the switch at the side silences all that does not call itself playback.
    const { audioSession } = navigator as { audioSession?: { type: string } };
    if (audioSession) audioSession.type = 'playback';
    context ??= new AudioContext();
    if (context.state !== 'running') context.resume().catch(() => undefined);
  }
  for (const touch of ['pointerup', 'keydown']) addEventListener(touch, unlock);

  return {
    soundsByItself,
    sound(rhythm) {
      if (!context) return;
      if (context.state !== 'running') context.resume().catch(() => undefined);
      else playTones(context, rhythm);
    },
    vibrate(rhythm) {
      // Before the first tap browsers refuse it, and say so aloud; iPhones have no such function.
      if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([...rhythm]);
    },
  };
}

function playTones(context: AudioContext, rhythm: readonly number[]): void {
  const gain = context.createGain();
  gain.gain.value = 0;
  gain.connect(context.destination);
  const tone = context.createOscillator();
  tone.frequency.value = pitch;
  tone.connect(gain);
  let at = context.currentTime + edge;
  tone.start(at);
  for (const [index, length] of rhythm.entries()) {
    const end = at + length / 1000;
    if (index % 2 === 0) {
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(loudness, at + edge);
      gain.gain.setValueAtTime(loudness, end - edge);
      gain.gain.linearRampToValueAtTime(0, end);
    }
    at = end;
  }
  tone.stop(at);
  tone.onended = () => gain.disconnect();
}

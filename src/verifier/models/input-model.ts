/**
 * What people bring in besides holding it before the camera: texts of hardware scanners, pictures,
 * what is pasted, dropped or shared. All of it ends in one check; until then, and when there is nothing
 * to check, a notice says so. The newest input counts: an older picture that is still being read is
 * forgotten. Checking is left to `check-model.ts`.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { fail, type Result } from '../../base/result.ts';
import type { Scanner } from '../../scan/scanner.ts';
import type { SerialState } from '../../scan/serial-scanner.ts';
import type { WedgeSettings } from '../../scan/wedge.ts';
import type { InputFailure, InputSource, LastInput, Notice } from './app-state.ts';

/** The hardware scanners of this device. */
export interface HardwareScanners {
  readonly serial: ReadonlySignal<SerialState>;
  readonly settings: ReadonlySignal<WedgeSettings>;
  connect(): void;
  set(settings: WedgeSettings): void;
}

/** What the model needs. */
export interface InputModelDependencies {
  /** The running scanner; null while the page has no video. */
  scanner(): Scanner | null;
  /** `scannedAt`: when reading the text began, milliseconds since 1970. */
  checkText(text: string, scannedAt: number): Promise<void>;
  /** There is something to say: the screen that says it is to come to the front. */
  onNotice(): void;
}

export interface InputModel {
  readonly notice: ReadonlySignal<Notice | null>;
  readonly lastInput: ReadonlySignal<LastInput | null>;
  checkText(text: string, source: InputSource, took?: number): void;
  readPicture(picture: Blob, source: InputSource): Promise<void>;
  say(notice: Notice): void;
  clearNotice(): void;
}

/** Makes the model. */
export function createInputModel(dependencies: InputModelDependencies): InputModel {
  const notice = signal<Notice | null>(null);
  const lastInput = signal<LastInput | null>(null);
  let turn = 0;

  function say(next: Notice): void {
    batch(() => {
      notice.value = next;
      dependencies.onNotice();
    });
  }

  const refuse = (failure: InputFailure): void => say({ name: 'failed', failure });

  function clearNotice(): void {
    notice.value = null;
  }

  function checkText(text: string, source: InputSource, took = 0): void {
    turn += 1;
    const at = Date.now();
    lastInput.value = { at, source };
    clearNotice();
    void dependencies.checkText(text, at - took);
  }

  /** Choosing a file hides the page on phones, and a hidden page has no engine. */
  async function readInFront(picture: Blob): Promise<Result<string, InputFailure>> {
    await pageVisible();
    const scanner = dependencies.scanner();
    return scanner ? readText(picture, scanner) : fail('decoder-failed');
  }

  return {
    notice,
    lastInput,
    checkText,
    say,
    clearNotice,
    async readPicture(picture, source) {
      turn += 1;
      const ownTurn = turn;
      const reading: Notice = { name: 'reading-picture' };
      say(reading);
      const wasHidden = watchHiding();
      let read = await readInFront(picture);
      if (wasHidden() && isLost(read) && ownTurn === turn) read = await readInFront(picture);
      if (ownTurn !== turn) return;
      if (read.ok) checkText(read.value, source);
      else if (notice.peek() === reading) refuse(read.failure);
      // A verdict, or the person, has taken that notice away: what is in front now stays there.
      else notice.value = { name: 'failed', failure: read.failure };
    },
  };
}

/** Loads what it takes to read pictures with the first of them. */
async function readText(picture: Blob, scanner: Scanner): Promise<Result<string, InputFailure>> {
  const loaded = await import('./picture-texts.ts').catch(() => null);
  return loaded ? loaded.readPictureText(picture, scanner) : fail('decoder-failed');
}

const isLost = (read: Result<string, InputFailure>): boolean =>
  !read.ok && read.failure === 'decoder-failed';

/** Ends with the call that asks whether the page was hidden meanwhile. */
function watchHiding(): () => boolean {
  let wasHidden = false;
  const watch = (): void => {
    wasHidden ||= document.hidden;
  };
  document.addEventListener('visibilitychange', watch);
  return () => {
    // The engine's end may be heard before this listener has its turn.
    watch();
    document.removeEventListener('visibilitychange', watch);
    return wasHidden;
  };
}

const pageVisible = (): Promise<void> =>
  new Promise((resolve) => {
    const answer = (): void => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', answer);
      resolve();
    };
    document.addEventListener('visibilitychange', answer);
    answer();
  });

/**
 * Cuts the bytes of a serial scanner into lines. A line ends with CR, LF or both, or with silence, for
 * not every scanner is set to send an end. Keeps nothing of a line that was handed on.
 */
import { longestScan } from './scanner-text.ts';

/** The line that is being received. */
export interface SerialLines {
  add(bytes: Uint8Array): void;
  /** Forgets what has come of the present line. */
  clear(): void;
}

/** Milliseconds; a scanner's radio pauses for up to 300 in the middle of a line. */
const silence = 400;

/** Gives each line that is not empty to `onLine`. */
export function createSerialLines(onLine: (line: string) => void): SerialLines {
  let decoder = new TextDecoder();
  let line = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    decoder = new TextDecoder();
    line = '';
  }

  function endLine(): void {
    const ended = line;
    line = '';
    if (ended !== '') onLine(ended);
  }

  function endBySilence(): void {
    endLine();
    clear();
  }

  return {
    add(bytes) {
      clearTimeout(timer);
      const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split(/[\r\n]/);
      // One too many tells later that this was no code; more than that need not be kept.
      line = (line + first).slice(0, longestScan + 1);
      for (const next of others) {
        endLine();
        line = next;
      }
      if (line !== '') timer = setTimeout(endBySilence, silence);
    },
    clear,
  };
}

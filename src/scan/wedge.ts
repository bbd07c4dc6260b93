/**
 * Hardware scanners that type like a keyboard, heard on every screen and whatever has the focus. Who
 * types is told by the pace (`wedge-buffer.ts`); from then on the keys are a scanner's and do nothing
 * else, up to and with the Enter or Tab that ends the scan. Outside text fields, where typing has no use, keys
 * are held back from the fourth character on, so that no slow scan presses the button in focus.
 * In a text field the first characters do arrive, and are taken out again when the scanner is recognised: the
 * field is as it was before the burst. A scan that comes in a few large pieces or is composed (Android) cannot
 * be told from suggested words there, and stays in that field. Nothing typed is kept beyond its burst.
 */
import type { ScannedText } from './messages.ts';
import { type BeginsAsCard, unwrapText, type WedgeSettings } from './scanner-text.ts';
import { createWedgeBuffer } from './wedge-buffer.ts';
import { openWedgeReceiver } from './wedge-receiver.ts';

export type { WedgeSettings } from './scanner-text.ts';

/** What listening needs. */
export interface WedgeOptions {
  readonly page: Document;
  /** What the scanners add, asked for at the end of each scan. */
  readonly settings: () => WedgeSettings;
  readonly beginsAsCard: BeginsAsCard;
  /** Gets the text of each scan once, and how many milliseconds it took to type. */
  readonly onText: (text: ScannedText, took: number) => void;
}

/** Characters after which a key outside a text field is held back though it may be a person's. */
const heldBackFrom = 4;
/** Some scanners end with two keys; the second one must not press a button either. */
const secondEndWithin = 100;

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Listens from now on, until told to stop. */
export function listenToWedge(options: WedgeOptions): { stop(): void } {
  const { page, settings, beginsAsCard, onText } = options;
  const buffer = createWedgeBuffer();
  const receiver = openWedgeReceiver(page);
  const heldBack = new Set<string>();
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;
  let before: { readonly field: Field; readonly value: string } | null = null;
  let endedAt = Number.NEGATIVE_INFINITY;
  let isNameless = false;

  function finish(): void {
    clearTimeout(silenceTimer);
    before = null;
    receiver.rest();
    const scan = buffer.take();
    const text = scan && unwrapText(scan.text, settings(), beginsAsCard);
    if (scan && text !== null) onText(text, scan.took);
  }

  function add(text: string, at: number, field: Field | null): void {
    // Spaces press buttons; the first of a burst is a person's.
    if (buffer.length === 0 && text === ' ') return;
    if (buffer.length === 0 && field) before = { field, value: field.value };
    buffer.add(text, at);
    awaitSilence();
    if (buffer.isScanner) restoreField();
  }

  function awaitSilence(): void {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(finish, buffer.silence);
  }

  function restoreField(): void {
    if (!before) return;
    const { field, value } = before;
    before = null;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The scan may take the field off the page, which says no change: what a person typed counts before.
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  const belongsToScan = (field: Field | null): boolean =>
    buffer.isScanner || (!field && buffer.length >= heldBackFrom);

  function holdBack(event: KeyboardEvent): void {
    if (event.key === ' ' || event.key === 'Enter') heldBack.add(event.key);
    swallow(event);
  }

  function hearKey(event: KeyboardEvent): void {
    const { timeStamp: at, target } = event;
    // Filling in a form, some browsers send key events that are none.
    if (!(event instanceof KeyboardEvent)) return;
    if (buffer.isOver(at)) finish();
    const field = receiver.owns(target) ? null : asField(target);
    isNameless = event.key === 'Unidentified' || event.keyCode === 229;
    if (isNameless) {
      if (!field) receiver.borrowFocus();
      awaitSilence();
      return;
    }
    // Only a finger lies on a key for so long.
    if (event.repeat) return;
    // Pressed anew: that the key came up after the scan was never said.
    heldBack.delete(event.key);
    const character = characterOf(event);
    if (character !== null) {
      add(character, at, field);
      // In the unseen field it would come a second time, as input.
      if (belongsToScan(field) || receiver.owns(target)) holdBack(event);
    } else if (endsScan(event)) {
      const isSecondEnd = at - endedAt <= secondEndWithin;
      if (isSecondEnd || belongsToScan(field)) holdBack(event);
      if (buffer.isScanner) endedAt = at;
      finish();
    } else if (buffer.isScanner && !isModifier(event)) holdBack(event);
  }

  function hearKeyUp(event: KeyboardEvent): void {
    // Some browsers press a button when the space bar comes up.
    if (heldBack.delete(event.key)) swallow(event);
  }

  /** Pieces that come to the unseen field. */
  function hearInput(event: Event): void {
    if (!receiver.owns(event.target)) return;
    event.stopPropagation();
    if (buffer.isOver(event.timeStamp)) finish();
    const isComposing = event instanceof InputEvent && event.isComposing;
    for (const character of receiver.takeFresh(isComposing)) add(character, event.timeStamp, null);
  }

  /** Pieces that come to a field of the page, each as one key: suggested words come whole, too. */
  function hearFieldInput(event: InputEvent): void {
    const field = receiver.owns(event.target) ? null : asField(event.target);
    if (!field || !isNameless || event.inputType !== 'insertText' || !event.data) return;
    if (buffer.isOver(event.timeStamp)) finish();
    add(event.data, event.timeStamp, field);
    if (buffer.isScanner) swallow(event);
  }

  const listening = new AbortController();
  const how = { capture: true, signal: listening.signal };
  page.addEventListener('keydown', hearKey, how);
  page.addEventListener('keyup', hearKeyUp, how);
  page.addEventListener('beforeinput', hearFieldInput, how);
  page.addEventListener('input', hearInput, how);
  page.addEventListener('compositionend', hearInput, how);

  return {
    stop() {
      listening.abort();
      clearTimeout(silenceTimer);
      buffer.take();
      before = null;
      receiver.remove();
    },
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState('AltGraph');

/** The character that a key types; null for all other keys. */
function characterOf(event: KeyboardEvent): string | null {
  const { key } = event;
  if (isCommand(event) || [...key].length !== 1) return null;
  // With Caps Lock on, a scanner's capitals come out small on most systems.
  return event.shiftKey && event.getModifierState('CapsLock') ? key.toUpperCase() : key;
}

const endsScan = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === 'Tab') && !isCommand(event) && !event.shiftKey;

const isModifier = ({ key }: KeyboardEvent): boolean =>
  ['Alt', 'AltGraph', 'CapsLock', 'Control', 'Meta', 'Shift'].includes(key);

const withoutText: ReadonlySet<string> = new Set(
  'button checkbox color file image radio range reset submit'.split(' '),
);

function asField(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !withoutText.has(target.type) ? target : null;
}

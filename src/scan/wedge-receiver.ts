/**
 * A text field that nobody sees, for scanners that work as an Android keyboard: their text goes to the
 * text field in focus, cut into pieces, and nowhere when there is none. A key without a name announces such
 * a piece, and the field borrows the focus for it from whatever had it, to give it back after the scan.
 * Not every such keyboard sends a key ahead, so on Android the field also takes the focus that nothing
 * else has; no on-screen keyboard opens. Headings that the app puts in focus for screen readers keep it.
 * The field is in no tab order and hidden from assistive technology, and on other systems it
 * never has the focus at rest.
 */

/** The unseen field. */
export interface WedgeReceiver {
  /** Whether an event went to the field. */
  owns(target: EventTarget | null): boolean;
  /** Takes the focus until `rest`. */
  borrowFocus(): void;
  /** The characters that came since the last call. */
  takeFresh(isComposing: boolean): string;
  /** Empties the field and gives a borrowed focus back. */
  rest(): void;
  /** Takes the field away. */
  remove(): void;
}

/** No event tells that an element in focus was taken from the page. */
const lookInterval = 1000;

/** Adds the field to the page. */
export function openWedgeReceiver(page: Document): WedgeReceiver {
  const field = makeField(page);
  page.body.append(field);
  let lender: HTMLElement | null = null;
  let taken = 0;

  function empty(): void {
    field.value = '';
    taken = 0;
  }

  function takeIdleFocus(): void {
    const isReading = page.getSelection()?.isCollapsed === false;
    if (page.activeElement === page.body && !isReading) focus(field);
  }

  const isAndroid = /android/i.test(page.defaultView?.navigator.userAgent ?? '');
  const timer = isAndroid ? setInterval(takeIdleFocus, lookInterval) : undefined;
  if (isAndroid) takeIdleFocus();

  return {
    owns: (target) => target === field,
    borrowFocus() {
      if (page.activeElement === field) return;
      lender = page.activeElement instanceof HTMLElement ? page.activeElement : null;
      focus(field);
    },
    takeFresh(isComposing) {
      const fresh = field.value.slice(taken);
      taken = field.value.length;
      // What is being composed is still the keyboard's: emptied now, it would come a second time.
      if (!isComposing) empty();
      return fresh;
    },
    rest() {
      empty();
      const isBorrowed = lender && page.activeElement === field;
      if (isBorrowed && lender !== page.body) focus(lender as HTMLElement);
      else if (isBorrowed && !isAndroid) field.blur();
      lender = null;
    },
    remove() {
      clearInterval(timer);
      field.remove();
    },
  };
}

const focus = (element: HTMLElement): void => element.focus({ preventScroll: true });

function makeField(page: Document): HTMLInputElement {
  const field = page.createElement('input');
  field.type = 'text';
  field.tabIndex = -1;
  const attributes = {
    'aria-hidden': 'true',
    autocapitalize: 'none',
    autocomplete: 'off',
    autocorrect: 'off',
    inputmode: 'none',
    spellcheck: 'false',
  };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  // Fields that are not displayed take no focus.
  Object.assign(field.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    width: '1px',
    height: '1px',
    padding: '0',
    border: '0',
    opacity: '0',
    pointerEvents: 'none',
  });
  return field;
}

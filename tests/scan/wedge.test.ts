/** What a scan leaves behind on the page; the rest of it needs a browser, in tests/e2e/wedge.spec.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToWedge } from '../../src/scan/wedge.ts';

class FakeKey extends Event {
  readonly key: string;
  readonly repeat = false;
  readonly keyCode = 0;
  readonly shiftKey = false;
  readonly ctrlKey = false;
  readonly altKey = false;
  readonly metaKey = false;
  override readonly target: EventTarget | null;
  override readonly timeStamp: number;
  constructor(name: 'keydown' | 'keyup', key: string, at: number, target: EventTarget | null) {
    super(name, { cancelable: true });
    this.key = key;
    this.timeStamp = at;
    this.target = target;
  }
  getModifierState(): boolean {
    return false;
  }
}

class FakeField extends EventTarget {
  type = 'text';
  value = '';
  style = {};
  setAttribute(): void {}
  focus(): void {}
  remove(): void {}
}

const page = () =>
  Object.assign(new EventTarget(), {
    body: { append: () => undefined },
    createElement: () => new FakeField(),
  });

describe('a scan', () => {
  let shown: ReturnType<typeof page>;
  let texts: string[];
  let prefix: string;
  let wedge: ReturnType<typeof listenToWedge>;
  let at: number;

  /** Whether the key did what it does on a page. */
  const send = (name: 'keydown' | 'keyup', key: string, field: FakeField | null = null): boolean =>
    shown.dispatchEvent(new FakeKey(name, key, at, field));
  const scan = (text: string, field: FakeField | null = null): void => {
    for (const key of [...text, 'Enter']) {
      at += 5;
      if (send('keydown', key, field) && field) field.value += key;
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('KeyboardEvent', FakeKey);
    vi.stubGlobal('InputEvent', Event);
    vi.stubGlobal('HTMLElement', class {});
    vi.stubGlobal('HTMLInputElement', FakeField);
    vi.stubGlobal('HTMLTextAreaElement', class {});
    shown = page();
    texts = [];
    prefix = '';
    at = 1000;
    wedge = listenToWedge({
      page: shown as unknown as Document,
      settings: () => ({ prefix, suffix: '' }),
      beginsAsCard: (text) => text.startsWith('MLEG1:'),
      onText: (text) => texts.push(text),
    });
  });
  afterEach(() => {
    wedge.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('holds its spaces back, coming down and going up', () => {
    for (const key of 'MLEG1:O') send('keydown', key);
    expect(send('keydown', ' ')).toBe(false);
    expect(send('keyup', ' ')).toBe(false);
  });

  it('that never let its space go leaves the next one to the person', () => {
    scan('MLEG1:O KAZ');
    expect(texts).toEqual(['MLEG1:O KAZ']);
    at += 5000;
    expect(send('keydown', ' ')).toBe(true);
    expect(send('keyup', ' ')).toBe(true);
  });

  it('settles what a person had typed into the field before it, and counts with it', () => {
    const field = new FakeField();
    field.value = ']Q';
    const changes: string[] = [];
    field.addEventListener('change', () => {
      changes.push(field.value);
      prefix = field.value;
    });
    scan(']QMLEG1:OKAZ', field);
    expect(changes).toEqual([']Q']);
    expect(field.value).toBe(']Q');
    expect(texts).toEqual(['MLEG1:OKAZ']);
  });

  it('keeps a first letter that only looks like the prefix', () => {
    prefix = 'M';
    scan('MLEG1:OKAZ');
    expect(texts).toEqual(['MLEG1:OKAZ']);
  });
});

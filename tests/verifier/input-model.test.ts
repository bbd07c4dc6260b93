/** What pictures and scanners lead to, and what is said when that is nothing. */
import { signal } from '@preact/signals';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScannedText } from '../../src/scan/messages.ts';
import type { Scanner } from '../../src/scan/scanner.ts';
import { createHardwareModel } from '../../src/verifier/models/hardware-model.ts';
import { createInputModel, type InputModel } from '../../src/verifier/models/input-model.ts';
import { chooseText } from '../../src/verifier/models/picture-texts.ts';
import { makeTestWorld, showCode, type TestWorld } from '../fixtures/test-world.ts';

const picture = new Blob(['okaz']);
type Size = readonly [width: number, height: number];

/** A picture as the platform decodes it; only its size matters here. */
class FakeBitmap {
  readonly width: number;
  readonly height: number;
  isClosed = false;
  constructor([width, height]: Size) {
    this.width = width;
    this.height = height;
  }
  close(): void {
    this.isClosed = true;
  }
}

describe('what is brought in', () => {
  let texts: string[];
  let read: (bitmap: ImageBitmap) => Promise<readonly string[] | null>;
  let bitmaps: FakeBitmap[];
  let model: InputModel;

  const decodeAs = (size: Size | null): void => {
    bitmaps = [];
    vi.stubGlobal(
      'createImageBitmap',
      async (source: Blob | FakeBitmap, { resizeWidth }: ImageBitmapOptions) => {
        if (size === null) throw new DOMException('okaz', 'InvalidStateError');
        const [width, height] = size;
        const made = resizeWidth
          ? new FakeBitmap([resizeWidth, (resizeWidth * height) / width])
          : new FakeBitmap([width, height]);
        if (source instanceof FakeBitmap) expect(source.isClosed).toBe(false);
        bitmaps.push(made);
        return made;
      },
    );
  };

  beforeEach(() => {
    vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
    decodeAs([640, 480]);
    texts = [];
    read = async () => ['okaz'];
    model = createInputModel({
      scanner: () => ({ readPicture: (bitmap) => read(bitmap) }) as Scanner,
      checkText: async (text) => {
        texts.push(text);
      },
      onNotice: () => undefined,
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is checked when it is a text, and its time is kept, not its content', () => {
    vi.useFakeTimers({ now: 7000, toFake: ['Date'] });
    model.checkText('okaz', 'wedge');
    vi.useRealTimers();
    expect(texts).toEqual(['okaz']);
    expect(model.lastInput.value).toEqual({ at: 7000, source: 'wedge' });
  });

  it('is said to be read while it is read', async () => {
    const reading = model.readPicture(picture, 'drop');
    expect(model.notice.value).toEqual({ name: 'reading-picture' });
    await reading;
    expect(model.notice.value).toBeNull();
    expect(texts).toEqual(['okaz']);
  });

  it.each([
    ['picture-without-code', []],
    ['decoder-failed', null],
  ] as const)('is named %s where that is so', async (failure, found) => {
    read = async () => found;
    await model.readPicture(picture, 'picture');
    expect(model.notice.value).toEqual({ name: 'failed', failure });
    expect(texts).toEqual([]);
  });

  it('is named picture-unreadable when it is no picture', async () => {
    decodeAs(null);
    await model.readPicture(picture, 'picture');
    expect(model.notice.value).toEqual({ name: 'failed', failure: 'picture-unreadable' });
  });

  it('is read as it is up to twelve megapixels, and made smaller beyond', async () => {
    decodeAs([4000, 3000]);
    await model.readPicture(picture, 'picture');
    expect(bitmaps.map(({ width }) => width)).toEqual([4000]);
    decodeAs([8000, 6000]);
    await model.readPicture(picture, 'picture');
    expect(bitmaps.map(({ width, isClosed }) => [width, isClosed])).toEqual([
      [8000, true],
      [4000, false],
    ]);
  });

  it('is forgotten when something newer came meanwhile', async () => {
    let finish = (_: readonly string[]): void => undefined;
    read = () => new Promise((resolve) => (finish = resolve));
    const reading = model.readPicture(picture, 'picture');
    await vi.waitFor(() => expect(bitmaps).toHaveLength(1));
    model.checkText('newer', 'paste');
    finish(['older']);
    await reading;
    expect(texts).toEqual(['newer']);
    expect(model.notice.value).toBeNull();
  });

  it('waits until the page is in front again', async () => {
    Object.assign(document, { hidden: true });
    const reading = model.readPicture(picture, 'picture');
    await vi.dynamicImportSettled();
    expect(bitmaps).toEqual([]);
    Object.assign(document, { hidden: false });
    document.dispatchEvent(new Event('visibilitychange'));
    await reading;
    expect(texts).toEqual(['okaz']);
  });
});

describe('among several codes', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await makeTestWorld();
  });
  afterAll(() => world.remove());

  it('a card’s is checked before others', async () => {
    const card = await showCode(world, 'valid');
    expect(chooseText(['https://okaz.example/', card])).toBe(card);
  });

  it('the first is checked where none is a card’s', () => {
    expect(chooseText(['first', 'second'])).toBe('first');
    expect(chooseText([])).toBeNull();
  });
});

describe('hardware scanners', () => {
  const memoryOf = (text: string | null) => {
    const kept = signal(text);
    return {
      read: () => kept.value,
      write(next: string) {
        kept.value = next;
      },
    };
  };

  it('keep what they were set to add', () => {
    const prefix = memoryOf('A-');
    const suffix = memoryOf(null);
    const first = createHardwareModel({ prefix, suffix, openSerial: null });
    expect(first.settings.value).toEqual({ prefix: 'A-', suffix: '' });
    first.set({ prefix: '', suffix: '-Z' });
    const second = createHardwareModel({ prefix, suffix, openSerial: null });
    expect(second.settings.value).toEqual({ prefix: '', suffix: '-Z' });
  });

  it('on a serial port are unsupported where the browser has none', async () => {
    const model = createHardwareModel({
      prefix: memoryOf(null),
      suffix: memoryOf(null),
      openSerial: null,
    });
    await model.start(() => undefined);
    expect(model.serial.value).toBe('unsupported');
  });

  it('on a serial port tell their state and hand over their texts', async () => {
    const texts: string[] = [];
    const model = createHardwareModel({
      prefix: memoryOf(null),
      suffix: memoryOf(null),
      openSerial: async ({ onState, onText }) => ({
        async connect() {
          onState('connected');
          onText('okaz' as ScannedText);
        },
        stop: () => undefined,
      }),
    });
    await model.start((text) => texts.push(text));
    model.connect();
    expect(model.serial.value).toBe('connected');
    expect(texts).toEqual(['okaz']);
  });
});

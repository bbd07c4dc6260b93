/** What pictures and texts lead to, and what is said when that is nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scanner } from '../../src/scan/scanner.ts';
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
  let broughtToFront: number;
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
    broughtToFront = 0;
    read = async () => ['okaz'];
    model = createInputModel({
      scanner: () => ({ readPicture: (bitmap) => read(bitmap) }) as Scanner,
      checkText: async (text) => {
        texts.push(text);
      },
      onNotice: () => {
        broughtToFront += 1;
      },
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

  it('is of no more than a later notice when a verdict came meanwhile', async () => {
    read = async () => {
      // So a verdict that comes to the front does.
      model.clearNotice();
      return [];
    };
    await model.readPicture(picture, 'picture');
    expect(broughtToFront).toBe(1);
    expect(model.notice.value).toEqual({ name: 'failed', failure: 'picture-without-code' });
  });

  it('comes to the front when it failed while nothing else came', async () => {
    read = async () => [];
    await model.readPicture(picture, 'picture');
    expect(broughtToFront).toBe(2);
  });

  const show = (isShown: boolean): void => {
    Object.assign(document, { hidden: !isShown });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it.each(['in view again', 'still hidden', 'hidden without a word yet'])(
    'is read once more when the hidden page lost it and is %s',
    async (what) => {
      let reads = 0;
      read = async () => {
        reads += 1;
        if (reads > 1) return ['okaz'];
        if (what === 'hidden without a word yet') Object.assign(document, { hidden: true });
        else show(false);
        if (what === 'in view again') show(true);
        return null;
      };
      const reading = model.readPicture(picture, 'picture');
      await vi.waitFor(() => expect(reads).toBeGreaterThan(0));
      await new Promise((resolve) => setTimeout(resolve));
      expect(reads).toBe(what === 'in view again' ? 2 : 1);
      show(true);
      await reading;
      expect(texts).toEqual(['okaz']);
    },
  );

  it('is read once more only, and not when the page was in view all the time', async () => {
    const reads: string[] = [];
    read = async () => {
      reads.push('shown');
      return null;
    };
    await model.readPicture(picture, 'picture');
    read = async () => {
      reads.push('hidden');
      show(false);
      show(true);
      return null;
    };
    await model.readPicture(picture, 'picture');
    expect(reads).toEqual(['shown', 'hidden', 'hidden']);
    expect(model.notice.value).toEqual({ name: 'failed', failure: 'decoder-failed' });
  });

  it('waits until the page is in front again', async () => {
    Object.assign(document, { hidden: true });
    const reading = model.readPicture(picture, 'picture');
    await vi.dynamicImportSettled();
    expect(bitmaps).toEqual([]);
    show(true);
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

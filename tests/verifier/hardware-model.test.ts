/** What hardware scanners are set to add, and when those on serial ports are listened to. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScannedText } from '../../src/scan/messages.ts';
import {
  createHardwareModel,
  type HardwareModelDependencies,
} from '../../src/verifier/models/hardware-model.ts';

const memoryOf = (text: string | null) => ({
  kept: text,
  read() {
    return this.kept;
  },
  write(next: string) {
    this.kept = next;
  },
  clear() {
    this.kept = null;
  },
});

function setUp(given: Partial<HardwareModelDependencies> = {}) {
  const prefix = memoryOf(null);
  const suffix = memoryOf(null);
  const make = () => createHardwareModel({ prefix, suffix, openSerial: null, ...given });
  return { prefix, suffix, make };
}

describe('what scanners are set to add', () => {
  it('is kept', () => {
    const { prefix, make } = setUp();
    prefix.kept = 'A-';
    const first = make();
    expect(first.settings.value).toEqual({ prefix: 'A-', suffix: '' });
    first.set({ prefix: '', suffix: '-Z' });
    expect(make().settings.value).toEqual({ prefix: '', suffix: '-Z' });
  });

  const cards = [
    'MLEG1:OKAZ',
    'mleg1:okaz',
    ']Q1MLEG1:OKAZ',
    '\u{1F4C7}\u{1F4C7}\u{1F4C7}mleg12:ok',
    'OKAZ-OKAZ-OKAZ-OK',
  ];

  it.each(cards)('is not changed to what may be a card: %s', (text) => {
    const { prefix, suffix, make } = setUp();
    const model = make();
    model.set({ prefix: '<', suffix: '>' });
    model.set({ prefix: text, suffix: '#' });
    model.set({ prefix: '*', suffix: text });
    expect(model.settings.value).toEqual({ prefix: '*', suffix: '#' });
    expect([prefix.kept, suffix.kept]).toEqual(['*', '#']);
  });

  it.each(cards)('is nothing where a card was kept, which goes: %s', (text) => {
    const { prefix, suffix, make } = setUp();
    prefix.kept = text;
    suffix.kept = '>';
    expect(make().settings.value).toEqual({ prefix: '', suffix: '>' });
    expect([prefix.kept, suffix.kept]).toEqual(['', '>']);
  });

  it('may be sixteen characters, and the letters that a card begins with', () => {
    const model = setUp().make();
    model.set({ prefix: 'OKAZ-OKAZ-OKAZ-O', suffix: 'MLEG' });
    expect(model.settings.value).toEqual({ prefix: 'OKAZ-OKAZ-OKAZ-O', suffix: 'MLEG' });
  });
});

type OpenSerial = NonNullable<HardwareModelDependencies['openSerial']>;

describe('scanners on serial ports', () => {
  let texts: string[];
  let log: string[];
  let send: (text: string) => void;
  let closed: Promise<void>;

  const openSerial: OpenSerial = async ({ onState, onText }) => {
    log.push('open');
    send = (text) => onText(text as ScannedText);
    onState('none');
    return {
      async connect() {
        log.push('connect');
        onState('connected');
      },
      async stop() {
        log.push('stop');
        await closed;
        log.push('closed');
      },
    };
  };
  const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
  const show = async (isShown: boolean): Promise<void> => {
    Object.assign(document, { hidden: !isShown });
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  };
  const start = async (open: OpenSerial | null = openSerial) => {
    const model = setUp({ openSerial: open }).make();
    await model.start((text) => texts.push(text));
    return model;
  };

  beforeEach(() => {
    vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
    texts = [];
    log = [];
    send = () => undefined;
    closed = Promise.resolve();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('are unsupported where the browser has none', async () => {
    expect((await start(null)).serial.value).toBe('unsupported');
  });

  it('tell their state and hand over their texts', async () => {
    const model = await start();
    model.connect();
    await settle();
    send('okaz');
    expect(model.serial.value).toBe('connected');
    expect(texts).toEqual(['okaz']);
    expect(log).toEqual(['open', 'connect']);
  });

  it('are not heard on a hidden page', async () => {
    await start();
    Object.assign(document, { hidden: true });
    send('okaz');
    expect(texts).toEqual([]);
  });

  it('are closed while the page is hidden, and opened anew when it is not', async () => {
    await start();
    await show(false);
    expect(log).toEqual(['open', 'stop', 'closed']);
    await show(true);
    expect(log).toEqual(['open', 'stop', 'closed', 'open']);
  });

  it('are not opened anew before they are closed', async () => {
    let close = (): void => undefined;
    closed = new Promise((resolve) => (close = resolve));
    await start();
    await show(false);
    await show(true);
    expect(log).toEqual(['open', 'stop']);
    close();
    await settle();
    expect(log).toEqual(['open', 'stop', 'closed', 'open']);
  });

  it('wait for a page that starts hidden', async () => {
    Object.assign(document, { hidden: true });
    await start();
    expect(log).toEqual([]);
    await show(true);
    expect(log).toEqual(['open']);
  });

  it('that do not load are named unloadable, and loaded again when asked for', async () => {
    let isThere = false;
    const model = await start((options) =>
      isThere ? openSerial(options) : Promise.reject(new TypeError('okaz')),
    );
    expect(model.serial.value).toBe('unloadable');
    model.connect();
    await settle();
    expect(model.serial.value).toBe('unloadable');
    isThere = true;
    model.connect();
    await settle();
    expect(model.serial.value).toBe('connected');
    send('okaz');
    expect(texts).toEqual(['okaz']);
  });
});

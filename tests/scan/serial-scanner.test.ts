import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  openSerialScanners,
  type Serial,
  type SerialPort,
  type SerialState,
} from '../../src/scan/serial-scanner.ts';
import { drawSampleText } from '../e2e/support/sample-text.ts';

type Behaviour = 'good' | 'slow' | 'taken' | 'locked';

class FakePort implements SerialPort {
  readable: ReadableStream<Uint8Array> | null = null;
  opened = 0;
  rate = 0;
  behaviour: Behaviour;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;

  constructor(behaviour: Behaviour = 'good') {
    this.behaviour = behaviour;
  }

  async open({ baudRate }: { readonly baudRate: number }): Promise<void> {
    if (this.readable) throw new DOMException('open already', 'InvalidStateError');
    if (this.behaviour === 'taken') throw new DOMException('taken', 'NetworkError');
    if (this.behaviour === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
    this.opened += 1;
    this.rate = baudRate;
    this.#renew();
    if (this.behaviour === 'locked') this.#lock();
  }

  async close(): Promise<void> {
    if (this.readable?.locked) throw new TypeError('locked');
    this.readable = null;
  }

  #lock(): void {
    this.readable?.getReader();
  }

  #renew(): void {
    this.readable = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
    });
  }

  send(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(text));
  }

  /** A line error: the stream fails, and there is a new one. */
  disturb(): void {
    const failed = this.#controller;
    this.#renew();
    failed?.error(new DOMException('parity', 'ParityError'));
  }

  /** The device is gone. */
  pull(): void {
    this.readable = null;
    this.#controller?.error(new DOMException('gone', 'NetworkError'));
  }
}

class FakeSerial extends EventTarget implements Serial {
  readonly ports: FakePort[];
  answer: FakePort | null = null;
  refusal = 'NotFoundError';

  constructor(ports: FakePort[]) {
    super();
    this.ports = ports;
  }

  async getPorts(): Promise<readonly SerialPort[]> {
    return [...this.ports];
  }

  async requestPort(): Promise<SerialPort> {
    if (!this.answer) throw new DOMException('none chosen', this.refusal);
    return this.answer;
  }

  say(name: 'connect' | 'disconnect', port: FakePort): void {
    const event = new Event(name);
    Object.defineProperty(event, 'target', { value: port });
    this.dispatchEvent(event);
  }
}

function setUp(...ports: FakePort[]) {
  const serial = new FakeSerial(ports);
  const texts: string[] = [];
  const states: SerialState[] = [];
  const scanners = openSerialScanners({
    serial,
    settings: () => ({ prefix: '<', suffix: '>' }),
    beginsAsCard,
    onText: (text) => void texts.push(text),
    onState: (state) => void states.push(state),
  });
  return { serial, texts, states, scanners };
}

const beginsAsCard = (text: string): boolean => text.startsWith('MLEG1:');
const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('scanners on serial ports', () => {
  it('are unsupported where the browser has no serial ports', async () => {
    const states: SerialState[] = [];
    const { connect } = openSerialScanners({
      serial: undefined,
      settings: () => ({ prefix: '', suffix: '' }),
      beginsAsCard,
      onText: () => undefined,
      onState: (state) => void states.push(state),
    });
    await connect();
    expect(states).toEqual(['unsupported']);
  });

  it('are none where none was allowed', async () => {
    const { states } = setUp();
    await settle();
    expect(states).toEqual(['none']);
  });

  it('that were allowed before are opened at once, at 9600 baud', async () => {
    const port = new FakePort();
    const { states } = setUp(port);
    await settle();
    expect(states).toEqual(['connecting', 'connected']);
    expect(port.rate).toBe(9600);
  });

  it('are asked for when told so', async () => {
    const { serial, states, scanners, texts } = setUp();
    await settle();
    const port = new FakePort();
    serial.answer = port;
    await scanners.connect();
    await settle();
    port.send('MLEG1:OKAZ\r');
    await settle();
    expect(states).toEqual(['none', 'connecting', 'connected']);
    expect(texts).toEqual(['MLEG1:OKAZ']);
  });

  it('are what they were when the person chooses none', async () => {
    const { states, scanners } = setUp();
    await settle();
    await scanners.connect();
    expect(states).toEqual(['none']);
  });

  it('stay refused by the browser until there is one', async () => {
    const { serial, states, scanners } = setUp();
    await settle();
    serial.refusal = 'SecurityError';
    await scanners.connect();
    serial.say('connect', new FakePort());
    await settle();
    expect(states).toEqual(['none', 'refused']);
    serial.answer = new FakePort();
    await scanners.connect();
    await settle();
    expect(states.slice(2)).toEqual(['connecting', 'connected']);
  });

  it('stay connected when the person chooses no other one', async () => {
    const { states, scanners } = setUp(new FakePort());
    await settle();
    await scanners.connect();
    expect(states.at(-1)).toBe('connected');
  });

  it('are not opened twice', async () => {
    const port = new FakePort();
    const { serial, scanners, states } = setUp(port);
    serial.answer = port;
    await scanners.connect();
    await settle();
    await scanners.connect();
    await settle();
    expect(port.opened).toBe(1);
    expect(states.at(-1)).toBe('connected');
  });

  it.each([
    ['CR', 'MLEG1:EINS\rMLEG1:ZWEI\r'],
    ['LF', 'MLEG1:EINS\nMLEG1:ZWEI\n'],
    ['CR LF', 'MLEG1:EINS\r\nMLEG1:ZWEI\r\n'],
  ])('may end lines with %s, and lose what they were set to add', async (_name, sent) => {
    const port = new FakePort();
    const { texts } = setUp(port);
    await settle();
    for (const character of sent.replace('MLEG1:ZWEI', '<MLEG1:ZWEI>')) port.send(character);
    await settle();
    expect(texts).toEqual(['MLEG1:EINS', 'MLEG1:ZWEI']);
  });

  it('may end a line with 400 ms of silence, and not with less', async () => {
    const port = new FakePort();
    const { texts } = setUp(port);
    await settle();
    port.send('MLEG1:');
    await settle(399);
    port.send('OKAZ');
    await settle(399);
    expect(texts).toEqual([]);
    await settle(1);
    expect(texts).toEqual(['MLEG1:OKAZ']);
  });

  it('give a dense code in pieces as one text', async () => {
    const port = new FakePort();
    const { texts } = setUp(port);
    await settle();
    const dense = drawSampleText(1460);
    for (let at = 0; at < dense.length; at += 61) {
      port.send(dense.slice(at, at + 61));
      await settle(60);
    }
    port.send('\r\n');
    await settle();
    expect(texts).toEqual([dense]);
  });

  it('give no text for rubbish', async () => {
    const port = new FakePort();
    const { texts } = setUp(port);
    await settle();
    port.send('\r\n\r\nOKAZ\r\n');
    port.send('7'.repeat(9000));
    await settle(500);
    expect(texts).toEqual([]);
  });

  it('go on after a line error, without the spoilt line', async () => {
    const port = new FakePort();
    const { texts, states } = setUp(port);
    await settle();
    port.send('MLEG1:SPOI');
    await settle();
    port.disturb();
    await settle();
    port.send('MLEG1:OKAZ\r');
    await settle();
    expect(texts).toEqual(['MLEG1:OKAZ']);
    expect(states).toEqual(['connecting', 'connected']);
  });

  it.each(['with', 'without'])('are lost when pulled %s a word, and opened again', async (word) => {
    const port = new FakePort();
    const { serial, texts, states } = setUp(port);
    await settle();
    port.send('MLEG1:CU');
    await settle();
    port.pull();
    if (word === 'with') serial.say('disconnect', port);
    await settle(200);
    expect(states.at(-1)).toBe('lost');
    serial.say('connect', port);
    await settle();
    port.send('MLEG1:OKAZ\r');
    await settle();
    expect(states.slice(2)).toEqual(['lost', 'connecting', 'connected']);
    expect(texts).toEqual(['MLEG1:OKAZ']);
  });

  it('that come back in the same instant are opened again', async () => {
    const port = new FakePort();
    const { serial, states } = setUp(port);
    await settle();
    port.pull();
    serial.say('disconnect', port);
    serial.say('connect', port);
    await settle();
    expect(states.at(-1)).toBe('connected');
    expect(port.opened).toBe(2);
  });

  it.each(['taken', 'locked'] as const)(
    'are busy while %s, and can be tried again',
    async (how) => {
      const port = new FakePort(how);
      const { serial, states, scanners } = setUp(port);
      await settle();
      expect(states).toEqual(['connecting', 'busy']);
      port.behaviour = 'good';
      port.readable = null;
      serial.answer = port;
      await scanners.connect();
      await settle();
      expect(states.at(-1)).toBe('connected');
    },
  );

  it('are connected when one of them is', async () => {
    const { states } = setUp(new FakePort('taken'), new FakePort());
    await settle();
    expect(states.at(-1)).toBe('connected');
  });

  it('that are told to stop close every port and say nothing more', async () => {
    const port = new FakePort();
    const { serial, states, texts, scanners } = setUp(port);
    await settle();
    port.send('MLEG1:OKAZ');
    await settle();
    const stopping = scanners.stop();
    await settle(500);
    await stopping;
    serial.say('connect', port);
    await settle();
    expect(port.readable).toBe(null);
    expect(texts).toEqual([]);
    expect(states).toEqual(['connecting', 'connected']);
  });

  it('that are told to stop drop what is on its way', async () => {
    const port = new FakePort();
    const { texts, scanners } = setUp(port);
    await settle();
    port.send('MLEG1:OKAZ\r');
    await scanners.stop();
    expect(texts).toEqual([]);
  });

  it('that are told to stop while opening are closed', async () => {
    const port = new FakePort('slow');
    const { scanners, states } = setUp(port);
    await settle(100);
    let isStopped = false;
    void scanners.stop().then(() => {
      isStopped = true;
    });
    await settle(100);
    expect(isStopped).toBe(false);
    await settle(400);
    expect(isStopped).toBe(true);
    expect(port.opened).toBe(1);
    expect(port.readable).toBe(null);
    expect(states).toEqual(['connecting']);
  });
});

/**
 * Hardware scanners on a serial port (Web Serial). Ports that the person has allowed are opened at
 * once and again whenever they are plugged in; a first one is asked for. Each port is read on its own,
 * and one state is told for all of them. Lines are cut by `serial-lines.ts`. What a scan means is left to others.
 */
import type { ScannedText } from './messages.ts';
import { type BeginsAsCard, unwrapText, type WedgeSettings } from './scanner-text.ts';
import { createSerialLines } from './serial-lines.ts';

/** What is used of Web Serial's `SerialPort`. */
export interface SerialPort {
  /** Renewed after each line error; null while the port is closed or gone. */
  readonly readable: ReadableStream<Uint8Array> | null;
  open(options: { readonly baudRate: number }): Promise<void>;
  close(): Promise<void>;
}

/** What is used of Web Serial's `Serial`; it says `connect` and `disconnect`. */
export interface Serial extends EventTarget {
  /** The ports that the person has allowed before. */
  getPorts(): Promise<readonly SerialPort[]>;
  /** Asks for one, which only a person's deed allows. */
  requestPort(): Promise<SerialPort>;
}

/**
 * The scanners on serial ports, taken together; one that works hides the troubles of the others.
 * `unloadable` is for whoever loads this module to say.
 */
export type SerialState =
  | 'unsupported'
  | 'unloadable'
  | 'none'
  | 'connecting'
  | 'connected'
  | 'lost'
  | 'refused'
  | 'busy';

/** What opening needs. */
export interface SerialScannerOptions {
  readonly serial: Serial | undefined;
  readonly settings: () => WedgeSettings;
  readonly beginsAsCard: BeginsAsCard;
  readonly onText: (text: ScannedText) => void;
  /** Gets the first state and each that differs from the one before. */
  readonly onState: (state: SerialState) => void;
}

/** The opened scanners. */
export interface SerialScanners {
  /** Asks the person for a port; never rejects. */
  connect(): Promise<void>;
  /** Reports nothing more and closes all ports; settles when they are closed, and never rejects. */
  stop(): Promise<void>;
}

/** The factory setting of serial scanners; those on USB ignore it. */
const baudRate = 9600;

type PortState = 'connecting' | 'connected' | 'lost' | 'busy';

interface Visit {
  state: PortState;
  reader: ReadableStreamDefaultReader<Uint8Array> | null;
  /** Settles when the port is closed. */
  ended: Promise<void>;
}

const byRank = ['connected', 'connecting', 'busy', 'lost'] as const;

/** Opens the ports that were allowed before. */
export function openSerialScanners(options: SerialScannerOptions): SerialScanners {
  const { serial, settings, beginsAsCard, onText, onState } = options;
  if (!serial) {
    onState('unsupported');
    return { connect: async () => undefined, stop: async () => undefined };
  }
  const visits = new Map<SerialPort, Visit>();
  let told: SerialState | null = null;
  /** What is told while there is no port. */
  let withoutPort: SerialState = 'none';
  let stopped = false;

  function tell(): void {
    const states = [...visits.values()].map(({ state }) => state);
    const state = byRank.find((rank) => states.includes(rank)) ?? withoutPort;
    if (state === told || stopped) return;
    told = state;
    onState(state);
  }

  function visit(port: SerialPort): void {
    const last = visits.get(port);
    if (stopped || last?.state === 'connected' || last?.state === 'connecting') return;
    const next: Visit = { state: 'connecting', reader: null, ended: Promise.resolve() };
    visits.set(port, next);
    tell();
    next.ended = (last?.ended ?? Promise.resolve()).then(() => serve(port, next));
  }

  async function serve(port: SerialPort, visited: Visit): Promise<void> {
    if (stopped) return;
    const enter = (state: PortState): void => {
      visited.state = state;
      tell();
    };
    try {
      await port.open({ baudRate });
    } catch {
      // Another program or another tab has it; it may also have been pulled just now.
      enter('busy');
      return;
    }
    const ending = port.readable?.locked ? 'busy' : 'lost';
    if (ending === 'lost' && !stopped) {
      enter('connected');
      await read(port, visited);
    }
    await port.close().catch(() => undefined);
    enter(ending);
  }

  async function read(port: SerialPort, visited: Visit): Promise<void> {
    const lines = createSerialLines((line) => {
      const text = unwrapText(line, settings(), beginsAsCard);
      if (text !== null && !stopped) onText(text);
    });
    let stream: SerialPort['readable'] = null;
    while (port.readable && port.readable !== stream && !stopped) {
      stream = port.readable;
      const reader = stream.getReader();
      visited.reader = reader;
      try {
        await readAll(reader, lines.add);
      } finally {
        visited.reader = null;
        reader.releaseLock();
      }
      // After a break or a wrong parity the port goes on with a new stream, and half a line is spoilt.
      lines.clear();
    }
  }

  async function visitAllowed(): Promise<void> {
    const ports = await serial?.getPorts().catch(() => []);
    for (const port of ports ?? []) visit(port);
    tell();
  }

  /** A pulled port is left at once, so that it can be opened anew when it comes back. */
  function leave({ target }: Event): void {
    const visited = visits.get(target as unknown as SerialPort);
    if (!visited) return;
    visited.state = 'lost';
    tell();
    void visited.reader?.cancel().catch(() => undefined);
  }

  const listening = new AbortController();
  serial.addEventListener('connect', () => void visitAllowed(), { signal: listening.signal });
  serial.addEventListener('disconnect', leave, { signal: listening.signal });
  void visitAllowed();

  return {
    async connect() {
      try {
        visit(await serial.requestPort());
      } catch (error) {
        // Whoever closes the browser's question without an answer has refused nothing.
        if (error instanceof DOMException && error.name === 'NotFoundError') return;
        withoutPort = 'refused';
        tell();
      }
    },
    async stop() {
      stopped = true;
      listening.abort();
      for (const { reader } of visits.values()) void reader?.cancel().catch(() => undefined);
      await Promise.allSettled([...visits.values()].map(({ ended }) => ended));
    },
  };
}

/** Reads until the stream ends or fails. */
async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  take: (bytes: Uint8Array) => void,
): Promise<void> {
  for (;;) {
    const chunk = await reader.read().catch(() => null);
    if (!chunk || chunk.done) return;
    take(chunk.value);
  }
}

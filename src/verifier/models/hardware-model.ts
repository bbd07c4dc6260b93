/**
 * Hardware scanners on this device: those that type like a keyboard, and those on a serial port. Reads
 * and keeps what they are set to add before and behind each code, and nothing that may be a code's own.
 * Serial ports are open while the page is in front. How scanners are listened to is left to them; those
 * on serial ports are loaded only by browsers that have some.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { openSerialScanners, SerialScanners, SerialState } from '../../scan/serial-scanner.ts';
import type { WedgeSettings } from '../../scan/wedge.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import type { HardwareScanners } from './input-model.ts';
import { beginsAsCard } from './undo-caps-lock.ts';

type SerialOptions = Parameters<typeof openSerialScanners>[0];

/** What the model needs. */
export interface HardwareModelDependencies {
  readonly prefix: ChoiceMemory;
  readonly suffix: ChoiceMemory;
  /** Opens the scanners on serial ports; null where the browser has none. */
  readonly openSerial: ((options: Omit<SerialOptions, 'serial'>) => Promise<SerialScanners>) | null;
}

export interface HardwareModel extends HardwareScanners {
  /** Opens the serial ports that this app was given before. */
  start(onText: SerialOptions['onText']): Promise<void>;
}

/** Characters; no scanner adds more, and no card says much in fewer. */
export const longestAffix = 16;

/** Makes the model. */
export function createHardwareModel({
  prefix,
  suffix,
  openSerial,
}: HardwareModelDependencies): HardwareModel {
  const serial = signal<SerialState>('unsupported');
  const settings = signal<WedgeSettings>({ prefix: recall(prefix), suffix: recall(suffix) });
  let onText: SerialOptions['onText'] = () => undefined;
  let opened: Promise<SerialScanners | null> = Promise.resolve(null);

  async function open(): Promise<SerialScanners | null> {
    if (!openSerial) return null;
    try {
      return await openSerial({
        settings: () => settings.peek(),
        beginsAsCard,
        onText(text) {
          // The page may have been hidden while the ports were opened: nobody is looking.
          if (!document.hidden) onText(text);
        },
        onState(state) {
          serial.value = state;
        },
      });
    } catch {
      serial.value = 'unloadable';
      return null;
    }
  }

  /** Has the ports open while the page is in front; one that is being closed cannot be opened yet. */
  function followPage(): Promise<SerialScanners | null> {
    opened = opened.then(async (last) => {
      if (!document.hidden) return last ?? open();
      await last?.stop();
      return null;
    });
    return opened;
  }

  async function connect(): Promise<void> {
    const scanners = await followPage();
    await scanners?.connect();
  }

  return {
    serial: serial as ReadonlySignal<SerialState>,
    settings: settings as ReadonlySignal<WedgeSettings>,
    connect: () => void connect(),
    set(next) {
      const last = settings.peek();
      const taken = {
        prefix: isAffix(next.prefix) ? next.prefix : last.prefix,
        suffix: isAffix(next.suffix) ? next.suffix : last.suffix,
      };
      prefix.write(taken.prefix);
      suffix.write(taken.suffix);
      settings.value = taken;
    },
    async start(listener) {
      if (!openSerial) return;
      onText = listener;
      document.addEventListener('visibilitychange', () => void followPage());
      await followPage();
    },
  };
}

function recall(memory: ChoiceMemory): string {
  const kept = memory.read() ?? '';
  if (isAffix(kept)) return kept;
  // It came from a scan into the field of these settings, and must not stay.
  memory.write('');
  return '';
}

/** Whether a scanner may be set to add this: it is short, and there is no beginning of a card in it. */
const isAffix = (text: string): boolean =>
  text.length <= longestAffix && !text.split('').some((_, at) => beginsAsCard(text.slice(at)));

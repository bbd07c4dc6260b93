/**
 * Hardware scanners on this device: those that type like a keyboard, and those on a serial port. Reads
 * and keeps what they are set to add before and behind each code. How they are listened to is left to
 * the scanners themselves, which only browsers with serial ports load.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { openSerialScanners, SerialState } from '../../scan/serial-scanner.ts';
import type { WedgeSettings } from '../../scan/wedge.ts';
import type { ChoiceMemory } from '../choice-memory.ts';
import type { HardwareScanners } from './input-model.ts';

type SerialOptions = Parameters<typeof openSerialScanners>[0];

/** What the model needs. */
export interface HardwareModelDependencies {
  readonly prefix: ChoiceMemory;
  readonly suffix: ChoiceMemory;
  /** Opens the scanners on serial ports; null where the browser has none. */
  readonly openSerial:
    | ((options: Omit<SerialOptions, 'serial'>) => Promise<ReturnType<typeof openSerialScanners>>)
    | null;
}

export interface HardwareModel extends HardwareScanners {
  /** Opens the serial ports that this app was given before. */
  start(onText: SerialOptions['onText']): Promise<void>;
}

/** Makes the model. */
export function createHardwareModel({
  prefix,
  suffix,
  openSerial,
}: HardwareModelDependencies): HardwareModel {
  const serial = signal<SerialState>('unsupported');
  const settings = signal<WedgeSettings>({
    prefix: prefix.read() ?? '',
    suffix: suffix.read() ?? '',
  });
  let scanners: ReturnType<typeof openSerialScanners> | null = null;

  return {
    serial: serial as ReadonlySignal<SerialState>,
    settings: settings as ReadonlySignal<WedgeSettings>,
    connect: () => void scanners?.connect(),
    set(next) {
      prefix.write(next.prefix);
      suffix.write(next.suffix);
      settings.value = next;
    },
    async start(onText) {
      if (!openSerial) return;
      scanners = await openSerial({
        settings: () => settings.peek(),
        onText,
        onState(state) {
          serial.value = state;
        },
      });
    },
  };
}

/**
 * What a language says of pictures, hardware scanners and whatever else is brought in.
 */
import type { SerialState } from '../../../scan/serial-scanner.ts';

/** The texts of the other ways in. */
export interface InputsTexts {
  readonly inputs: {
    readonly title: string;
    readonly picture: string;
    readonly choosePicture: string;
    readonly pictureNote: string;
    readonly scanner: string;
    readonly scannerNote: string;
    readonly prefix: string;
    readonly suffix: string;
    /** What to write into the two fields. */
    readonly affixNote: string;
    readonly lastScan: (time: string) => string;
    readonly noScan: string;
    readonly connectSerial: string;
    readonly serial: Readonly<Record<Exclude<SerialState, 'unsupported'>, string>>;
  };
}

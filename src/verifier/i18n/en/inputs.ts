/**
 * English: pictures, hardware scanners and whatever else is brought in besides holding it before the
 * camera.
 */
import type { InputsTexts } from '../texts/inputs.ts';

/** The screen of the other ways in English. */
export const inputsEn: InputsTexts = {
  inputs: {
    title: 'Other ways to scan',
    picture: 'Picture',
    choosePicture: 'Choose a picture of the code',
    pictureNote:
      'You can also paste a picture, drop it on the page or share it to the installed app.',
    scanner: 'Code scanner',
    scannerNote: 'A scanner that works as a keyboard can be used on every screen.',
    prefix: 'Prefix',
    suffix: 'Suffix',
    affixNote: 'Characters that the scanner adds before and after the code. Usually none.',
    lastScan: (time) => `Last scan: ${time}`,
    noScan: 'Scan a code to try it out.',
    connectSerial: 'Connect a scanner',
    serial: {
      unloadable: 'Support for the scanner could not be loaded. Press “Connect a scanner”.',
      none: 'A scanner with a serial port is connected here.',
      connecting: 'Connecting to the scanner…',
      connected: 'The scanner is connected.',
      lost: 'The scanner was disconnected. Connect it again.',
      refused: 'The browser gave no access to the port.',
      busy: 'Another page or app is using this scanner.',
    },
  },
};

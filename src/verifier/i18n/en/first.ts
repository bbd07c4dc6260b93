/**
 * English: what the app says as soon as it opens. What it says of lists is in lists.ts; the other
 * screens have files of their own beside this one. The document is a "card".
 */
import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';
import { listsEn, syncFailuresEn } from './lists.ts';

const unitFormat = (unit: 'minute' | 'hour' | 'day') =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'long' });
const minuteFormat = unitFormat('minute');
const hourFormat = unitFormat('hour');
const dayFormat = unitFormat('day');

/** Minutes in words; from two hours on hours, from two days on days. */
function formatMinutes(minutes: number): string {
  const hours = Math.round(minutes / 60);
  const said =
    minutes < 120
      ? minuteFormat.format(minutes)
      : hours < 48
        ? hourFormat.format(hours)
        : dayFormat.format(Math.round(hours / 24));
  return said.replaceAll(' ', '\u00a0');
}

const setClock = 'Turn on automatic time.';

/** What English says first. */
export const firstEn: FirstTexts = {
  language: 'en',
  formats: makeFormats('en'),
  appTitle: 'Student card check',
  cameraFailures: {
    'camera-refused': {
      sentence: 'The camera is blocked for this page.',
      nextStep: 'Allow the camera in your browser’s settings.',
    },
    'camera-missing': {
      sentence: 'No camera found.',
      nextStep: 'Connect a camera or use another device.',
    },
    'camera-busy': {
      sentence: 'Another app is using the camera.',
      nextStep: 'Close other apps that use the camera.',
    },
    'camera-lost': {
      sentence: 'The camera picture stopped.',
      nextStep: 'Check that the camera is connected and allowed.',
    },
    'camera-failed': {
      sentence: 'The camera will not start.',
      nextStep: 'If this happens again, restart the device.',
    },
    'decoder-failed': {
      sentence: 'The code reader will not start.',
      nextStep: 'Close other pages and open the app again.',
    },
  },
  inputFailures: {
    'picture-without-code': {
      sentence: 'No code could be read in this picture.',
      nextStep: 'Photograph the whole code, up close and without glare.',
    },
    'picture-unreadable': {
      sentence: 'This file cannot be opened as a picture.',
      nextStep: 'Choose a JPEG or\u00a0PNG picture.',
    },
    'decoder-failed': {
      sentence: 'The code reader will not start.',
      nextStep: 'Close other pages and open the app again.',
    },
    'file-unknown': {
      sentence: 'This is neither a picture nor a file of lists.',
      nextStep: 'Drop a picture of the code or the file listy-….zip.',
    },
    'share-lost': {
      sentence: 'What was shared did not arrive.',
      nextStep: 'Share it again.',
    },
    'check-failed': {
      sentence: 'The device did not finish the check. There is no result.',
      nextStep: 'Close the app and open it again.',
    },
  },
  syncFailures: syncFailuresEn,
  missingCapabilities: {
    'indexed-db': {
      sentence: 'No storage for lists (IndexedDB).',
      nextStep: 'Turn off private browsing.',
    },
    'service-worker': {
      sentence: 'No way to work offline (service worker).',
      nextStep: 'Turn off private browsing and open the page over HTTPS.',
    },
    camera: {
      sentence: 'No access to a camera (getUserMedia).',
      nextStep: 'Open the page over HTTPS, in the browser itself, not inside another app.',
    },
    'web-crypto': {
      sentence: 'No way to check signatures (WebCrypto).',
      nextStep: 'Open the page over HTTPS.',
    },
    'web-worker': {
      sentence: 'No way to read codes in the background (WebAssembly, Web Worker).',
      nextStep: 'Turn off lockdown mode or the extensions that block this.',
    },
  },
  scan: {
    title: 'Scan a card',
    aim: 'Point the camera at the card’s code',
    starting: 'Starting the camera…',
    startingHint: 'If the browser asks, allow the camera.',
    policy: 'Discount',
    noPolicy: 'Choose a discount',
    lists: 'Lists',
    listsChip: (state, when) =>
      ({ opening: '…', missing: 'none', expired: 'expired', ageing: when, fresh: when })[state] ??
      'none',
    listsOffline: 'Lists · offline',
    specimen: 'SPECIMEN · test lists only',
    listsMissing: 'No lists. Go online and fetch them.',
    listsLost: 'The saved lists cannot be used. Fetch them again.',
    listsExpired: 'The lists have expired. Go online and fetch new ones.',
    listsAgeing: (until) => `The lists are ageing. Valid until ${until}.`,
    clock: {
      ahead: (minutes) => `The clock is about ${formatMinutes(minutes)} fast. ${setClock}`,
      behind: (minutes) => `The clock is about ${formatMinutes(minutes)} slow. ${setClock}`,
      'set-back': (minutes) => `The clock was set back by ${formatMinutes(minutes)}. ${setClock}`,
    },
    hints: {
      'too-far': 'Closer',
      'too-dark': 'Brighten the screen',
      'too-slanted': 'Tilt the phone',
      glare: 'Light is reflected. Tilt the phone',
    },
    torchGlare: 'Turn off the torch',
    torch: 'Torch',
    switchCamera: 'Switch camera',
    zoom: 'Zoom',
    byEye: 'By eye',
    menu: 'Menu',
    staff: 'Staff',
    retryCamera: 'Try again',
    cameraCode: (code) => code,
    updateReady: 'New version ready',
    update: 'Reload',
    changePolicy: 'Change',
    policyBar: 'Quick choice of discount',
    together: 'Together',
    newShift: 'New shift',
    confirmShift: 'Confirm',
    appEnds: (day) => `From ${day} this version decides nothing. Reload.`,
    appEnded: 'This version no longer decides. Reload.',
  },
  lists: listsEn,
  notices: {
    reading: 'Looking for a code in the picture…',
    awaitingLists: 'Waiting for lists. Then this code is checked.',
    dismiss: 'Close',
  },
  unsupported: {
    title: 'This browser is not enough',
    lead: 'To check cards without a network, this is missing:',
    remedy: 'You can also open the page in a current Chrome, Edge, Firefox or Safari.',
  },
};

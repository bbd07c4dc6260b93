/**
 * English: what is said of lists as soon as the app opens, and why lists could not be had.
 */
import type { FirstTexts } from '../first-texts.ts';
import { makeFormats } from '../formats.ts';

const plural = new Intl.PluralRules('en');
const formats = makeFormats('en');

/** Why lists could not be had, in English. */
export const syncFailuresEn: FirstTexts['syncFailures'] = {
  'feed-unreachable': {
    sentence: 'The list server does not answer.',
    nextStep: 'Go online and fetch again.',
  },
  'feed-truncated': {
    sentence: 'The download broke off halfway.',
    nextStep: 'Fetch again where the signal is better.',
  },
  'feed-wrong-type': {
    sentence: 'These are not lists. It may be a Wi-Fi sign-in page.',
    nextStep: 'Sign in to the network or choose another, then fetch again.',
  },
  'feed-bad-signature': {
    sentence: 'The signature on these lists does not match, so they were not accepted.',
    nextStep: 'Change network and fetch again. If it happens again, tell the operator.',
  },
  'feed-rolled-back': {
    sentence: 'These lists are older than the ones here, so they were not accepted.',
    nextStep: 'Fetch later. If it happens again, tell the operator.',
  },
  'feed-expired': {
    sentence: 'These lists are past their date, so they were not accepted.',
    nextStep: 'Check the date on this device. If it is right, tell the operator.',
  },
  'feed-malformed': {
    sentence: 'These lists cannot be read.',
    nextStep: 'Reload the app. If it happens again, tell the operator.',
  },
  'feed-too-large': {
    sentence: 'These lists are larger than the app allows.',
    nextStep: 'Reload the app. If it happens again, tell the operator.',
  },
  'storage-failed': {
    sentence: 'The lists could not be saved on this device.',
    nextStep: 'Close the app, open it again and fetch once more.',
  },
  'storage-full': {
    sentence: 'There is no room for lists on this device.',
    nextStep: 'Free some space and fetch again.',
  },
  'storage-blocked': {
    sentence: 'An older version of this app is using the storage.',
    nextStep: 'Close the other windows with this app and fetch again.',
  },
  'sync-crashed': {
    sentence: 'The app stopped working on the lists.',
    nextStep: 'Fetch again. If it happens again, reopen the app.',
  },
};

/** Lists in English. */
export const listsEn: FirstTexts['lists'] = {
  titles: {
    opening: 'Opening lists…',
    fresh: 'Lists up to date',
    ageing: 'Lists are ageing',
    expired: 'Lists have expired',
    missing: 'No lists',
  },
  daysOld: (days) => `Lists ${days} ${plural.select(days) === 'one' ? 'day' : 'days'} old`,
  leads: {
    opening: 'The lists stored on this device are being checked.',
    fresh: 'You can check cards offline, too.',
    ageing: 'They are still valid. Fetch new ones when you are online.',
    expired: 'They are past their date. Fetch new ones before the next check.',
    missing: 'Without lists no card can be checked.',
  },
  lost: 'This device had lists, but they can no longer be used. Fetch them again.',
  asOf: 'As of',
  freshUntil: 'Up to date until',
  decidesUntil: 'Valid until',
  issuers: 'Issuers',
  generation: 'Issue number',
  lastSync: 'Last fetch',
  syncIdle: 'not yet',
  syncRunning: 'in progress',
  syncDone: (when) => when,
  progress: ({ phase, filesDone, filesTotal, bytesDone, bytesTotal }) =>
    phase === 'fetching'
      ? `File\u00a0${Math.min(filesDone + 1, filesTotal)} of\u00a0${filesTotal} · ${formats.kilobytes(bytesDone)} of\u00a0${formats.kilobytes(bytesTotal)}`
      : { asking: 'Asking the server for new lists.', checking: 'Checking and saving.' }[phase],
  waiting: (kept) =>
    kept
      ? 'The server is silent. Waiting. The present lists go on working.'
      : 'The server is silent. Waiting.',
  restsUntil: (when) => `After several failures, the next try: ${when}. You can fetch sooner.`,
  upToDate: 'no change',
  readDone: (when) => `from a file: ${when}`,
  askForFile: 'Ask for a new file listy-….zip and import it.',
  syncFailed: (when) => `failed: ${when}`,
  none: 'none',
  kept: 'The present lists stay.',
  offline: 'This device is offline. Lists will be fetched once it is online.',
  timeLeft: 'Time left for the lists',
  fetch: 'Fetch',
  fetchNow: 'Fetch now',
  fetching: 'Fetching…',
  importFile: 'Import from a file',
  exportFile: 'Save to a file',
  persistence: 'List storage',
  persistent: 'permanent',
  notPersistent: 'no guarantee',
};

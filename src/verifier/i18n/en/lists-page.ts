/**
 * English: the rest of the lists screen.
 */
import { makeFormats } from '../formats.ts';
import type { ListsPageTexts } from '../texts/lists-page.ts';

const formats = makeFormats('en');

/** The lists screen in English. */
export const listsPageEn: ListsPageTexts = {
  listsPage: {
    fetchRest: (kilobytes) => `Fetch now (${kilobytes})`,
    entries: 'Cards on the lists',
    entriesAtMost: (count) => `up to\u00a0${formats.count(count)}`,
    revoked: 'Revoked',
    suspended: 'Suspended',
    clock: 'Device clock',
    clockStates: { steady: 'agrees', ahead: 'fast', behind: 'slow', 'set-back': 'set back' },
    changes: 'What changed',
    between: (from, to) => `From issue ${from} to ${to}`,
    unchanged: 'No change',
    issuersAdded: (count) => `New issuers: ${formats.count(count)}`,
    issuersRemoved: (count) => `Issuers removed: ${formats.count(count)}`,
    issuersChanged: (count) => `Issuers with changed data: ${formats.count(count)}`,
    revokedChange: (difference) => `Revoked: ${formats.change(difference)}`,
    suspendedChange: (difference) => `Suspended: ${formats.change(difference)}`,
    policiesAdded: 'New discounts',
    policiesRemoved: 'Discounts removed',
    policiesChanged: 'Discounts changed',
    extensionAdded: ({ from, to, newEnd }) =>
      `Cards that end from ${from} to ${to} are extended to ${newEnd}`,
    extensionRemoved: ({ from, to, newEnd }) =>
      `Cards that end from ${from} to ${to} are no longer extended to ${newEnd}`,
    rulesChanged: 'The rules of checking have changed',
    andMore: (count) => `and ${formats.count(count)} more`,
    keepAdvice:
      'When space runs short, the browser may delete the lists. An installed app keeps them more safely.',
    installHelp: 'How to install',
  },
};

/** PROTOCOL §4 and §5: what the lists on the device, its clock and its memory say of a card. */
import type { Generation } from '../../../src/trust/generation.ts';
import {
  withIssuanceKey,
  withPolicies,
  withStatus,
  withStatusList,
} from '../../fixtures/check-card.ts';
import type { Case } from '../../fixtures/checked-case.ts';
import { madeAt, shownAt } from '../../fixtures/test-world.ts';
import { claims, type Rules } from './rule.ts';

const day = 86_400;
const home = 'https://legitymacje.akademia-okazowa.example';

const lists = (alter: (plain: Generation) => Generation | null) => (): Case => ({ lists: alter });
const status = (idx: number, uri = `${home}/status/1`) =>
  claims({ status: { status_list: { idx, uri } } });

/** The first university's name over the second's key. */
function underAnotherKey(plain: Generation): Generation {
  const other = plain.trustList.issuers.get('https://legitymacje.politechnika-wzorcowa.example');
  const key = other?.issuanceKeys.get('okaz-b1')?.key;
  return key ? withIssuanceKey(plain, { key }) : plain;
}

export const listRules: Rules = {
  'lists-missing': [['PROTOCOL §5', 'there are lists', lists(() => null)]],
  'lists-expired': [
    [
      'PROTOCOL §5',
      'the lists have not ended',
      () => ({
        binding: { payload: { iat: madeAt + 7 * day } },
        context: { now: (madeAt + 7 * day) * 1000 },
      }),
    ],
  ],
  'clock-untrusted': [
    [
      'PROTOCOL §5',
      'the clock is not below the signed times',
      () => ({
        binding: { payload: { iat: madeAt - 11 } },
        context: { now: (madeAt - 11) * 1000 },
      }),
    ],
    [
      'PROTOCOL §5',
      'the clock is not below the build',
      () => ({ context: { buildTime: shownAt + 11 } }),
    ],
    [
      'PROTOCOL §5',
      'the clock is not more than five minutes behind what it has shown before',
      () => ({ context: { lastSeen: (shownAt + 311) * 1000 } }),
    ],
  ],
  'app-outdated': [
    [
      'PROTOCOL §5',
      'the app is as new as its policies ask',
      () => ({
        lists: (plain) => withPolicies(plain, { minAppVersion: { build: 100, after: shownAt } }),
        context: { buildTime: 99 },
      }),
    ],
  ],
  'key-withdrawn': [
    [
      'PROTOCOL §4',
      'the key is not withdrawn',
      lists((plain) => withIssuanceKey(plain, { withdrawn: true })),
    ],
  ],
  'bad-signature': [['PROTOCOL §4', 'the issuer’s own key signed', lists(underAnotherKey)]],
  'key-not-in-force': [
    [
      'PROTOCOL §4',
      'the key was in force already',
      lists((plain) => withIssuanceKey(plain, { from: shownAt })),
    ],
    [
      'PROTOCOL §4',
      'the key was in force still',
      lists((plain) => withIssuanceKey(plain, { until: shownAt - day - 1 })),
    ],
  ],
  revoked: [['PROTOCOL §4', 'the card is not revoked', lists((plain) => withStatus(plain, 1))]],
  suspended: [['PROTOCOL §4', 'the card is not suspended', lists((plain) => withStatus(plain, 2))]],
  'status-unknown': [
    ['PROTOCOL §4', 'its status is not reserved', lists((plain) => withStatus(plain, 3))],
    ['PROTOCOL §4', 'its list is there', lists((plain) => withStatusList(plain, null))],
    [
      'PROTOCOL §4',
      'its list has not ended',
      lists((plain) => withStatusList(plain, { exp: shownAt })),
    ],
    [
      'PROTOCOL §6',
      'its list is of its own issuer',
      status(0, 'https://legitymacje.politechnika-wzorcowa.example/status/1'),
    ],
    ['PROTOCOL §4', 'its index is in the list', status(4096)],
    ['PROTOCOL §4', 'its index is in any list', status(Number.MAX_SAFE_INTEGER)],
  ],
};

/** Beginning anew wipes one app's names, and no other's of the same host. */
import { expect, it } from 'vitest';
import { ownKeys } from '../../src/verifier/reset.ts';

const keys = ['mleg.settings', 'mleg.lock', 'mleg.settings /one/', 'mleg.lock /two/', 'other'];

it.each([
  ['', ['mleg.settings', 'mleg.lock']],
  [' /one/', ['mleg.settings /one/']],
  [' /', []],
])('an app in the scope "%s" owns its own names only', (scope, own) => {
  expect(ownKeys(keys, scope)).toEqual(own);
});

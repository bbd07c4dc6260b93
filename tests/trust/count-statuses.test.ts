/** Figures over status lists. */
import { describe, expect, it } from 'vitest';
import { countStatuses } from '../../src/trust/count-statuses.ts';
import { type StatusList, statusAt } from '../../src/trust/status-list.ts';

let lists = 0;
const listOf = (bits: 1 | 2, bytes: readonly number[]): StatusList => ({
  uri: 'https://status.example/1',
  iss: 'https://uczelnia.example',
  iat: 0,
  exp: 1,
  bits,
  bytes: Uint8Array.from(bytes),
  signer: 'okaz',
  sha256: `okaz-${lists++}`,
});

describe('counts of statuses', () => {
  it('are what its entries say, for every byte of either width', () => {
    for (const bits of [1, 2] as const) {
      const list = listOf(
        bits,
        Array.from({ length: 256 }, (_, byte) => byte),
      );
      const entries = (256 * 8) / bits;
      const said = Array.from({ length: entries }, (_, index) => statusAt(list, index));
      expect(countStatuses([list])).toEqual({
        entries,
        revoked: said.filter((status) => status === 'revoked').length,
        suspended: said.filter((status) => status === 'suspended').length,
      });
    }
  });

  it('add up over lists, and take a list that issuers share once', () => {
    const shared = listOf(2, [0b0001_1001]);
    const others = [listOf(1, [0b11]), listOf(1, [0b1])];
    const all = [shared, { ...shared, iss: 'https://inna.example' }, ...others];
    expect(countStatuses(all)).toEqual({ entries: 20, revoked: 5, suspended: 1 });
  });

  it('are nothing without lists', () => {
    expect(countStatuses([])).toEqual({ entries: 0, revoked: 0, suspended: 0 });
  });
});

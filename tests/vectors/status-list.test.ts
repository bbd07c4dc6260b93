/** The examples of draft-ietf-oauth-status-list: what each entry says, and which lists are too long. */
import { describe, expect, it } from 'vitest';
import { decodeBase64url } from '../../src/base/bytes.ts';
import { inflateZlib } from '../../src/base/zlib.ts';
import {
  mostEntries,
  readEntries,
  type StatusList,
  statusAt,
} from '../../src/trust/status-list.ts';
import { unwrap } from '../fixtures/test-world.ts';
import { readVectors } from '../fixtures/vectors.ts';

interface Example {
  readonly id: string;
  readonly bits: number;
  readonly entries: number;
  readonly lst: string;
  readonly nonZero: Readonly<Record<string, number>>;
}

const names = ['valid', 'revoked', 'suspended', 'reserved'] as const;
const isOurs = (bits: number): bits is 1 | 2 => bits === 1 || bits === 2;
const examples = readVectors<{ readonly vectors: readonly Example[] }>('status-list.json');

const listOf = (bits: 1 | 2, bytes: Uint8Array<ArrayBuffer>): StatusList => ({
  uri: 'https://a.example/1',
  iss: 'https://a.example',
  sha256: '',
  signer: '',
  iat: 0,
  exp: 1,
  bits,
  bytes,
});

describe('the published examples', () => {
  it('inflate to as many bytes as their entries need, whatever their width', () => {
    // Widths of four and eight bits are none of this profile's, but their packing is the same.
    for (const { id, bits, entries, lst } of examples?.vectors ?? []) {
      const bytes = unwrap(inflateZlib(decodeBase64url(lst) ?? new Uint8Array(), 2 ** 21));
      expect(bytes.length, id).toBe(Math.ceil((entries * bits) / 8));
    }
  });

  it('of one and two bits say what they say, entry by entry', () => {
    let read = 0;
    for (const { id, bits, entries, lst, nonZero } of examples?.vectors ?? []) {
      if (!isOurs(bits)) continue;
      const bytes = unwrap(inflateZlib(decodeBase64url(lst) ?? new Uint8Array(), 2 ** 21));
      const list = listOf(bits, bytes);
      for (let index = 0; index < Math.min(entries, 4096); index++)
        expect(statusAt(list, index), `${id} ${index}`).toBe(names[nonZero[index] ?? 0]);
      for (const [index, value] of Object.entries(nonZero))
        expect(statusAt(list, Number(index)), `${id} ${index}`).toBe(names[value]);
      expect(statusAt(list, bytes.length * (8 / bits)), id).toBeNull();
      read++;
    }
    if (examples) expect(read).toBe(4);
  });

  it('are read where they fit, and refused beyond 2^17 entries', () => {
    const outcomes = (examples?.vectors ?? [])
      .filter(({ bits }) => isOurs(bits))
      .map(({ entries, bits, lst }) => ({
        fits: entries <= mostEntries,
        read: isOurs(bits) && readEntries(lst, bits) !== null,
      }));
    for (const { fits, read } of outcomes) expect(read).toBe(fits);
    if (examples) expect(outcomes.map(({ fits }) => fits)).toEqual([true, true, false, false]);
  });
});

/** Hashes under a key that nobody else has. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeKeyedHash } from '../../src/base/keyed-hash.ts';

const key = new Uint8Array(32).fill(7);

describe('a keyed hash', () => {
  it('is the same for the same value, and another for another value or key', () => {
    const hash = makeKeyedHash(key);
    const other = makeKeyedHash(new Uint8Array(32).fill(8));
    expect(makeKeyedHash(key)('OKAZ')).toBe(hash('OKAZ'));
    expect(new Set([hash('OKAZ'), hash('OKAZ '), other('OKAZ')]).size).toBe(3);
  });

  it('is SHA-256 of key and value, under the key once more', () => {
    const inner = createHash('sha256').update(key).update('OKAZ').digest();
    const outer = createHash('sha256').update(key).update(inner).digest('base64url');
    expect(makeKeyedHash(key)('OKAZ')).toBe(outer);
  });
});

/** The holder's key: kept, never readable, replaced with its card. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { obtainHolderKey } from '../../src/holder/holder-key.ts';
import { makeHolderFile } from './support.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the holder key', () => {
  it('cannot be read out again', async () => {
    const { privateJwk } = await makeHolderFile('valid');
    const key = await obtainHolderKey('unreadable', privateJwk);
    if (!key.ok) throw new Error(key.failure);
    expect(key.value).toMatchObject({ type: 'private', extractable: false, usages: ['sign'] });
    await expect(crypto.subtle.exportKey('jwk', key.value)).rejects.toThrow();
  });

  it('is imported once and then taken from the store', async () => {
    const { privateJwk } = await makeHolderFile('valid');
    await obtainHolderKey('kept', privateJwk);
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    expect((await obtainHolderKey('kept', privateJwk)).ok).toBe(true);
    expect(importKey).not.toHaveBeenCalled();
    importKey.mockRestore();
  });

  it('is replaced when its card was made anew', async () => {
    const [before, after] = [await makeHolderFile('valid'), await makeHolderFile('valid')];
    await obtainHolderKey('remade', before.privateJwk);
    const importKey = vi.spyOn(crypto.subtle, 'importKey');
    await obtainHolderKey('remade', after.privateJwk);
    expect(importKey).toHaveBeenCalledOnce();
    importKey.mockRestore();
  });

  it('is refused when it is no point of the curve', async () => {
    const { privateJwk } = await makeHolderFile('valid');
    const result = await obtainHolderKey('broken', { ...privateJwk, x: privateJwk.y });
    expect(result).toEqual({ ok: false, failure: 'specimen-damaged' });
  });

  it('says so when the browser stores nothing', async () => {
    const { privateJwk } = await makeHolderFile('valid');
    vi.stubGlobal('indexedDB', undefined);
    const result = await obtainHolderKey('valid', privateJwk);
    expect(result).toEqual({ ok: false, failure: 'key-storage-blocked' });
  });

  it('says so when the page may not sign', async () => {
    const { privateJwk } = await makeHolderFile('valid');
    vi.stubGlobal('crypto', {});
    const result = await obtainHolderKey('valid', privateJwk);
    expect(result).toEqual({ ok: false, failure: 'insecure-page' });
  });
});

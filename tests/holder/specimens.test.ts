/** What the card page takes from the server, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { fetchSpecimen, fetchSpecimenIds } from '../../src/holder/specimens.ts';
import { makeHolderFile, serveFiles } from './support.ts';

const damaged = { ok: false, failure: 'specimen-damaged' };
const notFound = { ok: false, failure: 'specimens-not-found' };

describe('specimens', () => {
  it('come in the order of the index', async () => {
    const server = serveFiles({ index: { specimens: [{ id: 'valid' }, { id: 'forged' }] } });
    expect(await fetchSpecimenIds(server)).toEqual({ ok: true, value: ['valid', 'forged'] });
  });

  it('are not found where there is no index, or a start page in its place', async () => {
    expect(await fetchSpecimenIds(serveFiles({}))).toEqual(notFound);
    expect(await fetchSpecimenIds(serveFiles({ index: '<!doctype html>' }))).toEqual(notFound);
  });

  it('are refused when the index names what is no plain id', async () => {
    const server = serveFiles({ index: { specimens: [{ id: '../feed/manifest' }] } });
    expect(await fetchSpecimenIds(server)).toEqual(damaged);
  });

  it('are unreachable when the network fails', async () => {
    const server = () => Promise.reject(new TypeError('offline'));
    const failure = 'server-unreachable';
    expect(await fetchSpecimenIds(server)).toEqual({ ok: false, failure });
    expect(await fetchSpecimen(server, 'valid')).toEqual({ ok: false, failure });
  });

  it('keep their private key apart from the card', async () => {
    const file = await makeHolderFile('valid');
    const fetched = await fetchSpecimen(serveFiles({ valid: file }), 'valid');
    if (!fetched.ok) throw new Error(fetched.failure);
    expect(fetched.value.jwk).toEqual(file.privateJwk);
    expect(JSON.stringify(fetched.value.specimen)).not.toContain(file.privateJwk.d);
  });

  it('never ask for an address that leaves their folder', async () => {
    const server = () => Promise.reject(new Error('asked'));
    expect(await fetchSpecimen(server, '../feed/manifest')).toEqual(notFound);
  });

  for (const [name, changes] of Object.entries({
    'no credential': { credential: undefined },
    'a key of another kind': { privateJwk: { kty: 'oct', k: 'AA' } },
    'a broken offset': { iatOffset: 0.5 },
    'a disclosure that is no name': { disclose: [1] },
  }))
    it(`are damaged with ${name}`, async () => {
      const file = await makeHolderFile('valid', changes);
      expect(await fetchSpecimen(serveFiles({ valid: file }), 'valid')).toEqual(damaged);
    });
});

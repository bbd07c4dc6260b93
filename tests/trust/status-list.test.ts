/** Token Status List: entries from the lowest bit up, caps, and what counts as a list. */
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../src/base/bytes.ts';
import type { PrivateJwk } from '../../src/base/jws.ts';
import type { PublicJwk } from '../../src/base/public-key.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import {
  mostEntries,
  openStatusLists,
  readEntries,
  type StatusList,
  statusAt,
} from '../../src/trust/status-list.ts';
import type { StatusKey, TrustList } from '../../src/trust/trust-list.ts';
import { signRaw } from '../fixtures/raw-jws.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

const listOf = (bits: 1 | 2, ...bytes: number[]): StatusList => ({
  uri: 'https://a.example/1',
  iss: 'https://a.example',
  sha256: '',
  signer: '',
  iat: 0,
  exp: 1,
  bits,
  bytes: Uint8Array.from(bytes),
});
const compress = (bytes: Uint8Array): string => encodeBase64url(new Uint8Array(deflateSync(bytes)));

describe('an entry', () => {
  it('of two bits is valid, revoked, suspended or reserved, from the lowest bits up', () => {
    const list = listOf(2, 0b11_10_01_00, 0b00_00_00_01);
    const statuses = [0, 1, 2, 3, 4, 5].map((index) => statusAt(list, index));
    expect(statuses).toEqual(['valid', 'revoked', 'suspended', 'reserved', 'revoked', 'valid']);
  });

  it('of one bit is valid or revoked, from the lowest bit up', () => {
    const list = listOf(1, 0b1000_0010);
    const statuses = [0, 1, 2, 6, 7].map((index) => statusAt(list, index));
    expect(statuses).toEqual(['valid', 'revoked', 'valid', 'valid', 'revoked']);
  });

  it('is null beyond the end', () => {
    expect(statusAt(listOf(2, 0), 4)).toBeNull();
    expect(statusAt(listOf(1, 0), 8)).toBeNull();
    expect(statusAt(listOf(2), 0)).toBeNull();
    expect(statusAt(listOf(2, 0), Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});

describe('entries', () => {
  for (const bits of [1, 2] as const) {
    it(`of ${bits} bits are at most 2^17`, () => {
      const bytes = (mostEntries * bits) / 8;
      expect(readEntries(compress(new Uint8Array(bytes)), bits)?.length).toBe(bytes);
      expect(readEntries(compress(new Uint8Array(bytes + 1)), bits)).toBeNull();
    });
  }

  it('are a whole zlib stream in Base64url', () => {
    const lst = compress(Uint8Array.of(1, 2, 3));
    for (const text of ['', `${lst}=`, lst.slice(0, -4), `${lst}AAAA`, 'AAAA'])
      expect(readEntries(text, 2)).toBeNull();
  });
});

describe('a status list token', () => {
  let key: PrivateJwk;
  let other: PrivateJwk;
  let trustList: TrustList;
  const inForce = (signer: PublicJwk): StatusKey => ({ key: signer, from: 0, until: null });
  const issuer = (iss: string, kid: string, signer: PrivateJwk) =>
    [
      iss,
      { iss, issuanceKeys: new Map(), statusKeys: new Map([[kid, inForce(publicHalf(signer))]]) },
    ] as const;
  beforeAll(async () => {
    key = await generateKey();
    other = await generateKey();
    const issuers = new Map([
      issuer('https://a.example', 's', key),
      issuer('https://b.example', 's', other),
      issuer('https://c.example', 'c', other),
    ]);
    trustList = { sequenceNumber: 1, iat: 0, exp: 1, issuers };
  });

  const header = { alg: 'ES256', typ: 'statuslist+jwt', kid: 's' };
  const payload = {
    sub: 'https://a.example/status/1',
    iat: 100,
    exp: 200,
    ttl: 50,
    status_list: { bits: 2, lst: compress(Uint8Array.of(0b01)) },
  };
  const open = async (changed: object, head: object = header, signer = key) =>
    openStatusLists(await signRaw(head, changed, signer), trustList);

  it('opens under the issuer’s status service', async () => {
    const [list] = unwrap(await open(payload)) as [StatusList];
    expect(list).toMatchObject({ uri: payload.sub, iss: 'https://a.example', iat: 100, exp: 200 });
    expect(statusAt(list, 0)).toBe('revoked');
  });

  it('belongs to the issuer whose key holds, where two issuers use one kid', async () => {
    const lists = unwrap(await open(payload, header, other));
    expect(lists.map(({ iss }) => iss)).toEqual(['https://b.example']);
  });

  it('belongs to each issuer that names its key', async () => {
    const shared = issuer('https://d.example', 's', key);
    const both = { ...trustList, issuers: new Map([shared, ...trustList.issuers]) };
    const lists = unwrap(await openStatusLists(await signRaw(header, payload, key), both));
    expect(lists.map(({ iss }) => iss)).toEqual(['https://d.example', 'https://a.example']);
  });

  it.each([
    ['before its key is in force', { from: 101, until: null }, 0],
    ['as its key comes into force', { from: 100, until: null }, 1],
    ['as its key ends', { from: 0, until: 100 }, 1],
    ['after its key has ended', { from: 0, until: 99 }, 0],
  ])('speaks for nobody, or for its issuer, %s', async (_when, period, count) => {
    const [, { issuanceKeys }] = issuer('https://a.example', 's', key);
    const statusKeys = new Map([['s', { key: publicHalf(key), ...period }]]);
    const issuers = new Map([
      ['https://a.example', { iss: 'https://a.example', issuanceKeys, statusKeys }],
    ]);
    const opened = await openStatusLists(await signRaw(header, payload, key), {
      ...trustList,
      issuers,
    });
    expect(unwrap(opened)).toHaveLength(count);
  });

  const headers: Record<string, [object, string]> = {
    'another typ': [{ ...header, typ: 'JWT' }, 'feed-wrong-type'],
    'an unlisted kid': [{ ...header, kid: 'x' }, 'feed-bad-signature'],
    'no kid': [{ ...header, kid: undefined }, 'feed-malformed'],
    'the kid of another key': [{ ...header, kid: 'c' }, 'feed-bad-signature'],
  };
  for (const [what, [head, expected]] of Object.entries(headers))
    it(`does not open with ${what}`, async () => {
      expect(outcome(await open(payload, head))).toBe(expected);
    });

  const { lst } = payload.status_list;
  const unfit: Record<string, object> = {
    'no sub': { ...payload, sub: undefined },
    'no iat': { ...payload, iat: undefined },
    'no exp': { ...payload, exp: undefined },
    'no list': { ...payload, status_list: undefined },
    'four bits': { ...payload, status_list: { bits: 4, lst } },
    'eight bits': { ...payload, status_list: { bits: 8, lst } },
    'no bits': { ...payload, status_list: { lst } },
    'bits as text': { ...payload, status_list: { bits: '2', lst } },
    'entries that do not inflate': { ...payload, status_list: { bits: 2, lst: 'AAAA' } },
    'too many entries': {
      ...payload,
      status_list: { bits: 1, lst: compress(new Uint8Array(mostEntries / 8 + 1)) },
    },
  };
  for (const [what, changed] of Object.entries(unfit))
    it(`is malformed with ${what}`, async () => {
      expect(outcome(await open(changed))).toBe('feed-malformed');
    });
});

/** What the signed lists say: as few bits as the cards need, one hash told once, former keys kept. */
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeBase64url, encodeUtf8 } from '../../src/base/bytes.ts';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import {
  manifestEntry,
  policiesContents,
  statusListContents,
  statusListEntries,
  trustListContents,
  trustListPayload,
} from '../../src/issuer/lists.ts';
import type { WorldCard, WorldIssuer } from '../../src/issuer/world-state.ts';
import { readEntries, statusAt } from '../../src/trust/status-list.ts';
import { readTrustList } from '../../src/trust/trust-list.ts';

const uri = 'https://okaz.example/status/1';
const card = (idx: number, status: WorldCard['status'], own = uri): WorldCard => ({
  id: `okaz-${idx}`,
  uri: own,
  idx,
  status,
});

describe('a status list', () => {
  const open = (cards: readonly WorldCard[]): { bits: 1 | 2; bytes: Uint8Array } => {
    const { bits, lst } = statusListContents(uri, cards).status_list as JsonObject;
    const bytes = readEntries(String(lst), bits as 1 | 2);
    if (!bytes) throw new Error('no list');
    return { bits: bits as 1 | 2, bytes };
  };

  it('has one bit a card where none is suspended, and two where one is', () => {
    const last = statusListEntries - 1;
    const cards = [card(0, 'revoked'), card(9, 'valid'), card(last, 'revoked')];
    const elsewhere = card(3, 'suspended', `${uri}0`);
    for (const [all, bits] of [
      [[...cards, elsewhere], 1],
      [[...cards, card(5, 'suspended')], 2],
    ] as const) {
      const list = open(all);
      expect(list.bits).toBe(bits);
      expect(list.bytes.length).toBe((statusListEntries * bits) / 8);
      const full = { ...list, uri, iss: '', iat: 0, exp: 0, sha256: '', signer: '' };
      for (let index = 0; index < statusListEntries; index++) {
        const own = all.find(({ idx, uri: listed }) => idx === index && listed === uri);
        expect(statusAt(full, index)).toBe(own?.status ?? 'valid');
      }
    }
  });
});

describe('a manifest’s entry', () => {
  const hash = (index: number): string =>
    Array.from({ length: 64 }, (_, at) => ((index * 7919 + at * at * 31) % 16).toString(16)).join(
      '',
    );

  it('writes its hash twice in the same letters of Base64url', () => {
    const json = JSON.stringify(manifestEntry('status', hash(5), 2468));
    const [one, other] = [json.indexOf(hash(5)), json.lastIndexOf(hash(5))];
    expect(other).toBeGreaterThan(one);
    expect((other - one) % 3).toBe(0);
  });

  it('weighs less for it than with its path first', async () => {
    const { createHash } = await import('node:crypto');
    const weigh = (write: (entry: JsonObject) => JsonObject): number => {
      const files = Array.from({ length: 152 }, (_, index) => {
        const sha256 = createHash('sha256').update(`okaz ${index}`).digest('hex');
        return write(manifestEntry('status', sha256, 2400 + ((index * 37) % 200)));
      });
      const encoded = encodeBase64url(encodeUtf8(JSON.stringify({ files })));
      return brotliCompressSync(encoded).length;
    };
    const asWritten = weigh((entry) => entry);
    const pathFirst = weigh(({ path, sha256, length, kind }) => ({ path, sha256, length, kind }));
    expect(asWritten / pathFirst).toBeLessThan(0.6);
  });
});

describe('the policies file', () => {
  it('leaves the lists the lives that they have', () => {
    expect(policiesContents().freshness).toBeNull();
  });
});

describe('the trust list', () => {
  const from = Date.parse('2026-01-01T00:00:00Z') / 1000;
  const at = from + 1000;

  it('has a service for each key of an issuer, the former ones with their ends', async () => {
    const [present, status, former, stolen, oldStatus] = await Promise.all(
      Array.from({ length: 5 }, async () => publicHalf(await generateKey())),
    );
    if (!present || !status || !former || !stolen || !oldStatus) throw new Error('no keys');
    const until = at + 50;
    const issuer: WorldIssuer = {
      iss: 'https://okaz.example',
      name: 'Okaz',
      issuanceKid: 'okaz-3',
      statusKid: 'okaz-status-2',
      statusUri: uri,
      schools: [{ id: 'OKAZ-1', name: 'Okaz', vct: ['urn:okaz'] }],
      keysFrom: { issuance: at },
      formerKeys: [
        { service: 'issuance', kid: 'okaz-1', key: former, from, until, withdrawn: false },
        { service: 'issuance', kid: 'okaz-2', key: stolen, from: at, until, withdrawn: true },
        { service: 'status', kid: 'okaz-status', key: oldStatus, from, until, withdrawn: true },
      ],
    };
    const keys = new Map([
      ['okaz-3', present],
      ['okaz-status-2', status],
    ]);
    const payload = trustListPayload(trustListContents([issuer], keys, from), 1, at, at + 60);
    const read = (await readTrustList(payload))?.issuers.get(issuer.iss);
    const said = [...(read?.issuanceKeys ?? [])].map(([kid, { key: _, attests, ...rest }]) => ({
      kid,
      schools: [...attests.keys()],
      ...rest,
    }));
    const schools = ['OKAZ-1'];
    expect(said).toEqual([
      { kid: 'okaz-3', schools, withdrawn: false, from: at, until: null },
      { kid: 'okaz-1', schools, withdrawn: false, from, until },
      { kid: 'okaz-2', schools, withdrawn: true, from: at, until },
    ]);
    expect([...(read?.statusKeys.keys() ?? [])]).toEqual(['okaz-status-2']);
  });
});

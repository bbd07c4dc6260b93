/**
 * Cases of tuf-conformance that are no story of an attack: what a client asks for, keeps, refuses and
 * lets expire. README.md beside this file maps each of that suite's tests to ours.
 */
import { describe, expect, it } from 'vitest';
import { signCompactJws } from '../../../src/base/sign-jws.ts';
import { manifestType } from '../../../src/trust/manifest.ts';
import { signRaw } from '../../fixtures/raw-jws.ts';
import { createAttacker, payloadOf } from '../../simulator/attacker.ts';
import { createDevice } from '../../simulator/device.ts';
import { createSimulator } from '../../simulator/simulator.ts';
import { begin, day, expectCured, expectUnharmed } from './story.ts';

const kindsAsked = (requests: readonly { readonly path: string }[]): string[] =>
  requests.map(({ path }) => path.replace(/[0-9a-f]{64}/, '…'));

describe('a first synchronisation', () => {
  it('asks for the next root, the manifest, and each pinned file once', async () => {
    const feed = await createSimulator();
    const device = await createDevice(feed);
    expect(await device.sync()).toBe('ok');
    expect(kindsAsked(feed.board.requests)).toEqual([
      'root/2.json',
      'manifest.jwt',
      'trust-list/….jwt',
      'policies/….jwt',
      'status/….jwt',
      'status/….jwt',
    ]);
  });

  it('keeps every file to the letter as it was served', async () => {
    const feed = await createSimulator();
    await feed.rotateRoot();
    const root = feed.files.get('root/2.json') ?? '';
    const { kid, key } = await feed.ring.get('manifest');
    const payload = JSON.stringify(payloadOf(feed.files.get('manifest.jwt') ?? ''), null, 3);
    const manifest = await signRaw({ typ: manifestType, alg: 'ES256', kid }, payload, key);
    const served = new Map(feed.files);
    served.set('root/2.json', ` ${root}\n`).set('manifest.jwt', manifest);
    feed.hijack(served);
    const device = await createDevice(feed);
    expect(await device.sync()).toBe('ok');
    const kept = (await device.stored()).stored?.feed;
    expect(kept?.roots).toEqual([` ${root}\n`]);
    expect(kept?.manifest).toBe(manifest);
    expect(kept?.files.size).toBe(4);
    for (const [path, text] of kept?.files ?? []) expect(text).toBe(served.get(path));
  });

  for (const [what, spoil] of Object.entries({
    'lacks its version': (root: string) => root.replace(/"payload":"[^"]+"/, '"payload":"e30"'),
    'has another signature': (root: string) =>
      root.replace(/"signature":"..../, '"signature":"AAAA'),
  }))
    it(`asks for nothing where the built-in root ${what}`, async () => {
      const feed = await createSimulator();
      const device = await createDevice(feed, { firstRoot: spoil(feed.firstRoot) });
      expect(['feed-malformed', 'feed-bad-signature']).toContain(await device.sync());
      expect(feed.board.requests).toEqual([]);
      expect(await device.decide()).toBe('lists-missing');
    });
});

describe('an update', () => {
  it('over several changes fetches only what is new', async () => {
    const { feed, device } = await begin();
    for (let step = 0; step < 11; step++) {
      await feed.revoke(step);
      if (step % 5 > 0) continue;
      expect(await device.sync()).toBe('ok');
      const before = feed.board.requests.length;
      feed.board.turnOn('wrong-file', { paths: /^(?:trust-list|policies|status)\// });
      await feed.publish();
      expect(await device.sync()).toBe('ok');
      feed.board.turnOff();
      expect(kindsAsked(feed.board.requests.slice(before))).toEqual([
        'root/2.json',
        'manifest.jwt',
      ]);
    }
    await expectCured({ feed, device });
  });

  it('accepts members that nobody knows, in root and manifest', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({ more: { 'custom-field': 'value', keyid_hash_algorithms: 'md5' } });
    await feed.publish();
    const { kid, key } = await feed.ring.get('manifest');
    const payload = { ...payloadOf(feed.files.get('manifest.jwt') ?? ''), custom: { a: 1 } };
    const text = await signCompactJws({ typ: manifestType, kid }, payload, key);
    feed.hijack(new Map(feed.files).set('manifest.jwt', text));
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.root.version).toBe(2);
    expect(device.generation()?.manifest.version).toBe(2);
  });

  it('accepts a root with signatures that do not hold beside enough that do', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({ signers: ['root-a', 'root-b', 'root-c'] });
    const root = JSON.parse(feed.files.get('root/2.json') ?? '');
    for (const signature of ['A'.repeat(86), '']) {
      root.signatures[0].signature = signature;
      feed.hijack(new Map(feed.files).set('root/2.json', JSON.stringify(root)));
      const other = await createDevice(feed);
      expect(await other.sync()).toBe('ok');
      expect(other.generation()?.root.version).toBe(2);
    }
    expect(await device.sync()).toBe('ok');
  });

  it('counts a signature once, however often it stands in a root', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({ signers: Array.from({ length: 6 }, () => 'root-a') });
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
  });

  it('refuses a root whose threshold none can meet', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({
      root: { keyIds: ['root-a', 'root-b', 'root-c', 'root-d', 'root-e'], threshold: 6 },
    });
    expect(await device.sync()).toBe('feed-malformed');
    await expectUnharmed(device, 1);
  });

  it('refuses a root under another number than its own', async () => {
    for (const [version, failure] of [
      [1, 'feed-rolled-back'],
      [3, 'feed-malformed'],
    ] as const) {
      const { feed, device } = await begin();
      await feed.rotateRoot({ version });
      expect(await device.sync()).toBe(failure);
      await expectUnharmed(device, 1);
    }
  });

  it('refuses another manifest under a version that it has seen', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    await attacker.forgeManifest((payload) => ({ ...payload, ttl: 1 }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-rolled-back');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });
});

describe('an update whose signatures do not hold', () => {
  it('is refused at the role that is not signed', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({ signers: ['root-a'] });
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
  });

  it('is refused where a file has the type of another', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    const list = await attacker.forgeFile('trust-list', (payload) => payload, 'nobody');
    const rules = await attacker.forgeFile('policies', (payload) => payload, 'nobody');
    const text = attacker.files.get(rules.oldPath) ?? '';
    const path = rules.oldPath.replace('policies', 'trust-list');
    await attacker.pin({ ...list, path, text }, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-wrong-type');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });
});

describe('a manifest', () => {
  const sha256 = '0'.repeat(64);
  const pin = { path: `status/${sha256}.jwt`, sha256, length: 9, kind: 'status' };
  const unfit: Readonly<Record<string, readonly object[]>> = {
    'a question mark': [{ ...pin, path: `status/?${sha256}.jwt` }],
    'a hash sign': [{ ...pin, path: `#status/${sha256}.jwt` }],
    'a slash in front': [{ ...pin, path: `/status/${sha256}.jwt` }],
    'dots that lead out': [{ ...pin, path: `../status/${sha256}.jwt` }],
    'another host': [{ ...pin, path: `https://example.org/status/${sha256}.jwt` }],
    'an encoded slash': [{ ...pin, path: `status%2F${sha256}.jwt` }],
    'a kind that nobody knows': [{ ...pin, path: `other/${sha256}.jwt`, kind: 'other' }],
    'another hash in the path': [{ ...pin, path: `status/${'1'.repeat(64)}.jwt` }],
    'another hash algorithm': [{ ...pin, sha256: undefined, sha512: 'f'.repeat(128) }],
    'a hash in capitals': [
      { ...pin, path: `status/${'A'.repeat(64)}.jwt`, sha256: 'A'.repeat(64) },
    ],
    'a file above the cap': [{ ...pin, length: 5_000_000 }],
    'a length below none': [{ ...pin, length: -1 }],
    'one file twice': [pin, pin],
    'more files than the cap': Array.from({ length: 4097 }, (_, index) => {
      const other = index.toString(16).padStart(64, '0');
      return { ...pin, sha256: other, path: `status/${other}.jwt` };
    }),
  };
  for (const [what, pins] of Object.entries(unfit))
    it(`is malformed with ${what}, and nothing that it names is asked for`, async () => {
      const { feed, device } = await begin();
      const attacker = createAttacker(feed, ['manifest']);
      await attacker.forgeManifest((payload) => {
        const files = [...(payload.files as object[]), ...pins];
        return { ...payload, version: 2, files };
      }, 'manifest');
      attacker.takeServer();
      const before = feed.board.requests.length;
      expect(await device.sync()).toBe('feed-malformed');
      const asked = kindsAsked(feed.board.requests.slice(before));
      expect(asked).toEqual(['root/2.json', 'manifest.jwt']);
      await expectUnharmed(device, 1);
    });

  for (const kind of ['trust-list', 'policies'])
    it(`names exactly one file of the kind ${kind}`, async () => {
      const { feed, device } = await begin();
      const attacker = createAttacker(feed, ['manifest']);
      await attacker.forgeManifest((payload) => {
        const pins = payload.files as readonly { readonly kind: string }[];
        return { ...payload, version: 2, files: pins.filter((other) => other.kind !== kind) };
      }, 'manifest');
      attacker.takeServer();
      expect(await device.sync()).toBe('feed-malformed');
      await expectUnharmed(device, 1);
    });

  it('that names a file which is not there is no generation', async () => {
    for (const path of [/^status\//, /^trust-list\//, /^policies\//, /^manifest/]) {
      const { feed, device } = await begin();
      await feed.revoke(7);
      await feed.rotate('lists');
      feed.board.turnOn('missing', { paths: path });
      expect(await device.sync()).toBe('feed-unreachable');
      await expectUnharmed(device, 1);
      feed.board.turnOff();
      await expectCured({ feed, device });
    }
  });

  it('with a hash that is nobody’s is no generation', async () => {
    for (const kind of ['trust-list', 'policies', 'status'] as const) {
      const { feed, device } = await begin();
      const attacker = createAttacker(feed, ['manifest']);
      const forged = await attacker.forgeFile(kind, (payload) => payload, 'nobody');
      const [, old = ''] = [...feed.files].find(([path]) => path === forged.oldPath) ?? [];
      await attacker.pin(forged, 'manifest');
      attacker.files.set(forged.path, old);
      attacker.takeServer();
      expect(['feed-truncated', 'feed-too-large', 'feed-malformed']).toContain(await device.sync());
      await expectUnharmed(device, 1);
    }
  });
});

describe('expiry', () => {
  it('of the newest root stops every update, and the root is remembered', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({ life: day });
    feed.advance(2 * day);
    await feed.publish();
    expect(await device.sync()).toBe('feed-expired');
    expect(device.generation()?.manifest.version).toBe(1);
    // TUF §5.3.8 and §5.3.10: kept first, compared with the clock afterwards.
    feed.hijack(new Map([...feed.files].filter(([path]) => path !== 'root/2.json')));
    expect(await device.sync()).toBe('feed-expired');
  });

  it('of a root in between is none of the newest root’s', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot({ life: day });
    expect(await device.sync()).toBe('ok');
    feed.advance(6 * day);
    expect(await device.sync()).toBe('feed-expired');
    expect(await device.decide()).toBe('lists-expired');
    await feed.rotateRoot({ life: 21 * day });
    await feed.publish();
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.root.version).toBe(3);
    await expectCured({ feed, device });
  });

  it('of a new manifest is refused', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    const exp = feed.now();
    await attacker.forgeManifest((payload) => ({ ...payload, version: 2, exp }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-expired');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  for (const kind of ['trust-list', 'policies'] as const)
    it(`of a new ${kind} is refused`, async () => {
      const { feed, device } = await begin();
      const attacker = createAttacker(feed, ['manifest', 'lists']);
      const forged = await attacker.forgeFile(
        kind,
        (payload) => {
          if (kind === 'policies') return { ...payload, version: 2, exp: feed.now() };
          const list = structuredClone(payload.LoTE) as {
            ListAndSchemeInformation: { LoTESequenceNumber: number; NextUpdate: string };
          };
          list.ListAndSchemeInformation.LoTESequenceNumber = 2;
          list.ListAndSchemeInformation.NextUpdate = new Date(feed.now() * 1000).toISOString();
          return { LoTE: list };
        },
        'lists',
      );
      await attacker.pin(forged, 'manifest');
      attacker.takeServer();
      expect(await device.sync()).toBe('feed-expired');
      await expectUnharmed(device, 1);
      attacker.leave();
      await expectCured({ feed, device });
    });

  it('of the lists on the device keeps no new ones out', async () => {
    const { feed, device } = await begin();
    feed.advance(60 * day);
    expect(await device.decide()).toBe('lists-expired');
    await feed.publish();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('valid');
    await expectCured({ feed, device });
  });
});

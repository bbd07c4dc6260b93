/**
 * Old files served as new (TUF §1.5.2: rollback, mix-and-match), and numbers driven so high that no
 * honest one can follow (fast-forward), each with the operator's cure.
 */
import { describe, expect, it } from 'vitest';
import { createAttacker } from '../../simulator/attacker.ts';
import { begin, day, expectCured, expectUnharmed, hour } from './story.ts';

describe('a rollback', () => {
  it('to yesterday’s feed fails: a card that was revoked stays revoked', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed);
    feed.advance(day / 2);
    await feed.revoke(4000);
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('revoked');

    attacker.takeServer();
    expect(await device.sync()).toBe('feed-rolled-back');
    await expectUnharmed(device, 2, 'revoked');
    expect(await device.sync()).toBe('feed-rolled-back');

    attacker.leave();
    await expectCured({ feed, device });
  });

  const kinds = ['trust-list', 'policies'] as const;
  for (const kind of kinds)
    it(`of one file under a new manifest fails: ${kind}`, async () => {
      const { feed, device } = await begin();
      const old = new Map(feed.files);
      // Half of every life is over: all files are signed anew.
      feed.advance(46 * day);
      await feed.publish();
      expect(await device.sync()).toBe('ok');

      const attacker = createAttacker(feed, ['manifest']);
      const forged = await attacker.forgeFile(kind, (payload) => payload, 'nobody');
      const [path = '', text = ''] = [...old].find(([name]) => name.startsWith(kind)) ?? [];
      await attacker.pin({ ...forged, path, text }, 'manifest');
      attacker.takeServer();
      expect(await device.sync()).toBe('feed-rolled-back');
      await expectUnharmed(device, 2);

      attacker.leave();
      await feed.rotate('manifest');
      await expectCured({ feed, device });
    });

  it('of a status list under a new manifest silences that list and no other', async () => {
    const { feed, device } = await begin();
    const old = new Map(feed.files);
    feed.advance(day);
    await feed.revoke(4000);
    expect(await device.sync()).toBe('ok');
    const attacker = createAttacker(feed, ['manifest']);
    const forged = await attacker.forgeFile('status', (payload) => payload, 'nobody');
    const [path = '', text = ''] = [...old].find(([name]) => name.startsWith('status')) ?? [];
    await attacker.pin({ ...forged, path, text }, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');
    expect(device.generation()?.statusLists.size).toBe(1);
    await device.restart();
    expect(await device.decide()).toBe('status-unknown');

    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('revoked');
  });

  it('behind a root that only adds keys fails: what the old keys signed is still counted', async () => {
    const { feed, device } = await begin();
    const old = new Map(feed.files);
    await feed.rotateRoot({
      roles: {
        manifest: { keyIds: ['manifest', 'manifest-spare'], threshold: 1 },
        lists: { keyIds: ['lists', 'lists-spare'], threshold: 1 },
      },
    });
    // The second university's status key is taken off the trust list.
    await feed.rotateStatusKey(1);
    expect(await device.sync()).toBe('ok');
    old.set('root/2.json', feed.files.get('root/2.json') ?? '');
    feed.hijack(old);
    expect(await device.sync()).toBe('feed-rolled-back');
    await expectUnharmed(device, 2);
    feed.hijack(null);
    await expectCured({ feed, device });
  });

  it('to the feed of before a root with more keys fails on the way there, too', async () => {
    const { feed, device } = await begin();
    const old = new Map(feed.files);
    await feed.rotateStatusKey(1);
    expect(await device.sync()).toBe('ok');
    await feed.rotateRoot({
      roles: {
        manifest: { keyIds: ['manifest', 'manifest-spare'], threshold: 1 },
        lists: { keyIds: ['lists', 'lists-spare'], threshold: 1 },
      },
    });
    old.set('root/2.json', feed.files.get('root/2.json') ?? '');
    feed.hijack(old);
    expect(await device.sync()).toBe('feed-rolled-back');
    await expectUnharmed(device, 2);
    feed.hijack(null);
    await feed.publish();
    await expectCured({ feed, device });
  });

  it('fails on a device that lost its lists: its floors are kept elsewhere', async () => {
    const { feed, device } = await begin();
    const old = new Map(feed.files);
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    device.loseLists();
    feed.hijack(old);
    expect(await device.sync()).toBe('feed-rolled-back');
    expect(await device.decide()).toBe('lists-missing');
    feed.hijack(null);
    await expectCured({ feed, device });
  });

  it('of a status list by way of leaving it out for a while brings nothing', async () => {
    const { feed, device } = await begin();
    const old = new Map(feed.files);
    await feed.revoke(4000);
    expect(await device.sync()).toBe('ok');
    const attacker = createAttacker(feed, ['manifest']);
    const own = await attacker.forgeFile('status', (payload) => payload, 'nobody');
    await attacker.forgeManifest(
      (payload) => ({
        ...payload,
        version: 3,
        files: (payload.files as { path: string }[]).filter(({ path }) => path !== own.oldPath),
      }),
      'manifest',
    );
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');

    const [path = ''] = [...old.keys()].filter((name) => name.startsWith('status/'));
    const back = createAttacker(feed, ['manifest']);
    const text = old.get(path) ?? '';
    await back.pin({ ...own, path, text }, 'manifest');
    await back.forgeManifest((payload) => ({ ...payload, version: 4 }), 'manifest');
    back.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');

    back.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('revoked');
  });
});

describe('mix-and-match', () => {
  it('of the files of two generations fails: each is pinned by its hash', async () => {
    const { feed, device } = await begin();
    const old = new Map(feed.files);
    await feed.revoke(4000);
    const attacker = createAttacker(feed);
    const [oldPath = ''] = [...old.keys()].filter((path) => path.startsWith('status/'));
    for (const path of attacker.files.keys())
      if (path.startsWith('status/')) attacker.files.set(path, old.get(oldPath) ?? '');
    attacker.takeServer();
    expect(['feed-truncated', 'feed-too-large', 'feed-malformed']).toContain(await device.sync());
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('of a new manifest with an old one’s files under their own names fails', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed);
    await feed.revoke(4000);
    attacker.files.set('manifest.jwt', feed.files.get('manifest.jwt') ?? '');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-unreachable');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });
});

describe('a fast-forward', () => {
  const end = Number.MAX_SAFE_INTEGER;

  it('of the manifest is cured by rotating its key', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    await attacker.forgeManifest((payload) => ({ ...payload, version: end }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    attacker.leave();
    await feed.revoke(7);
    expect(await device.sync()).toBe('feed-rolled-back');
    await expectUnharmed(device, end);

    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 1);
    await expectCured({ feed, device });
  });

  for (const kind of ['trust-list', 'policies'] as const)
    it(`of the ${kind} is cured by rotating the lists’ key`, async () => {
      const { feed, device } = await begin();
      const attacker = createAttacker(feed, ['manifest', 'lists']);
      const forged = await attacker.forgeFile(
        kind,
        (payload) => {
          if (kind === 'policies') return { ...payload, version: end };
          const list = structuredClone(payload.LoTE) as {
            ListAndSchemeInformation: { LoTESequenceNumber: number };
          };
          list.ListAndSchemeInformation.LoTESequenceNumber = end;
          return { LoTE: list };
        },
        'lists',
      );
      await attacker.pin(forged, 'manifest');
      attacker.takeServer();
      expect(await device.sync()).toBe('ok');
      attacker.leave();
      await feed.rotate('manifest');
      expect(await device.sync()).toBe('feed-rolled-back');

      await feed.rotate('lists');
      expect(await device.sync()).toBe('ok');
      await expectCured({ feed, device });
    });

  it('of the manifest’s time stops every check, never admits, and is cured by rotating its key', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    const later = feed.now() + 3650 * day;
    const change = { version: 2, iat: later, exp: later + 7 * day };
    await attacker.forgeManifest((payload) => ({ ...payload, ...change }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('clock-untrusted');
    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 1);
    await expectCured({ feed, device });
  });

  it('of a status list ends an hour ahead of the manifest, and is over an hour later', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest', 'okaz-b1-status']);
    const isSecond = ({ sub }: { readonly sub?: unknown }): boolean =>
      String(sub).includes('politechnika');
    const ahead = (seconds: number) => (payload: object) => ({
      ...payload,
      iat: feed.now() + seconds,
    });
    const signer = 'okaz-b1-status';
    const far = await attacker.forgeFile('status', ahead(hour + 1), signer, isSecond);
    await attacker.pin(far, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.statusLists.size).toBe(1);
    await expectUnharmed(device, 2);

    const near = await attacker.forgeFile('status', ahead(hour), signer, isSecond);
    await attacker.pin(near, 'manifest');
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.statusLists.size).toBe(1 + 1);

    // Without a new status key: the numbers wait for the clock, and no longer than that.
    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.statusLists.size).toBe(1);
    expect(await device.decide()).toBe('valid');
    feed.advance(hour + 1);
    await feed.revoke(8, 1);
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.statusLists.size).toBe(2);
    await expectCured({ feed, device });
  });

  it('of a status list and the manifest together is cured by rotating both keys', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest', 'okaz-a1-status']);
    const later = feed.now() + 3650 * day;
    const forged = await attacker.forgeFile(
      'status',
      (payload) => ({ ...payload, iat: later, exp: later + day }),
      'okaz-a1-status',
      ({ sub }) => String(sub).includes('akademia'),
    );
    await attacker.pin(forged, 'manifest');
    const dates = { iat: later, exp: later + 7 * day };
    await attacker.forgeManifest((payload) => ({ ...payload, ...dates }), 'manifest');
    attacker.takeServer();
    await device.sync();
    attacker.leave();
    await feed.rotateStatusKey(0);
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('valid');
    await expectCured({ feed, device });
  });
});

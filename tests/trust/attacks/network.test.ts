/**
 * Attacks from the road or the server, without any key (TUF §1.5.2: arbitrary installation, endless
 * data, indefinite freeze, slow retrieval, extraneous and wrong files, malicious mirrors).
 */
import { describe, expect, it } from 'vitest';
import { freshUntil, listsState } from '../../../src/trust/freshness.ts';
import { createAttacker } from '../../simulator/attacker.ts';
import { createDevice, shortLimits } from '../../simulator/device.ts';
import { begin, day, expectCured, expectUnharmed, hour } from './story.ts';

const misfits = ['feed-truncated', 'feed-too-large', 'feed-malformed'];

describe('arbitrary installation', () => {
  it('fails: a manifest of the attacker’s own is signed by nobody', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed);
    await attacker.forgeManifest((payload) => ({ ...payload, version: 9 }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('fails on a device that has nothing yet: it waits for lists that hold', async () => {
    const { feed } = await begin();
    const device = await createDevice(feed);
    const attacker = createAttacker(feed);
    await attacker.forgeManifest((payload) => payload, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    expect(await device.decide()).toBe('lists-missing');
    attacker.leave();
    await expectCured({ feed, device });
  });

  for (const kind of ['trust-list', 'policies', 'status'] as const)
    it(`fails: a file of the attacker’s own is not the one that was pinned: ${kind}`, async () => {
      const { feed, device } = await begin();
      if (kind === 'status') await feed.revoke(7);
      else await feed.rotate('lists');
      const attacker = createAttacker(feed);
      const changed = [...attacker.files].findLast(([path]) => path.startsWith(kind))?.[0];
      const forged = await attacker.forgeFile(kind, (payload) => payload, 'his-own');
      attacker.files.set(changed ?? '', forged.text);
      attacker.takeServer();
      expect(misfits).toContain(await device.sync());
      await expectUnharmed(device, 1);
      attacker.leave();
      await expectCured({ feed, device });
    });
});

describe('endless data', () => {
  const files = { root: /^root\//, manifest: /^manifest/, status: /^status\// };
  for (const [what, paths] of Object.entries(files))
    it(`end at a cap that was known before: ${what}`, async () => {
      const { feed, device } = await begin();
      await feed.revoke(7);
      if (what === 'root') await feed.rotateRoot();
      feed.board.turnOn('endless', { paths });
      expect(await device.sync()).toBe('feed-too-large');
      await expectUnharmed(device, 1);
      feed.board.turnOff();
      await expectCured({ feed, device });
    });

  it('end at the cap when they come as a bomb', async () => {
    const { feed, device } = await begin();
    await feed.revoke(7);
    feed.board.turnOn('bomb', { paths: /^status\// });
    expect(await device.sync()).toBe('feed-too-large');
    await expectUnharmed(device, 1);
    feed.board.turnOff();
    await expectCured({ feed, device });
  });
});

describe('an indefinite freeze', () => {
  it('is seen: frozen lists age after a day, and decide nothing after a week', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed);
    await feed.revoke(4000);
    attacker.takeServer();
    feed.advance(hour);
    expect(await device.sync()).toBe('ok');
    const generation = device.generation();
    if (!generation) throw new Error('no lists');
    expect(listsState(generation, freshUntil(generation) - 1)).toBe('fresh');
    feed.advance(2 * day);
    expect(listsState(generation, feed.now())).toBe('ageing');
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 1);

    feed.advance(5 * day);
    expect(await device.sync()).toBe('feed-expired');
    await expectUnharmed(device, 1, 'lists-expired');

    attacker.leave();
    await feed.publish();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('revoked');
  });

  it('made of “nothing changed” lasts a day: then the manifest is asked for without a tag', async () => {
    const { feed, device } = await begin();
    await feed.revoke(4000);
    feed.board.turnOn('wrong-etag');
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 1);
    // A synchronisation that was told so is no reason to believe it for another day.
    feed.advance(day - 1);
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 1);
    feed.advance(1);
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('revoked');
  });

  it('of one status list is seen when that list ends: its cards are unknown, never valid', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    feed.advance(14 * day);
    await attacker.forgeManifest(
      (payload) => ({ ...payload, version: 2, iat: feed.now(), exp: feed.now() + 7 * day }),
      'manifest',
    );
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');
    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('valid');
  });
});

describe('slow retrieval', () => {
  for (const fault of ['slow', 'stalled', 'hanging'] as const)
    it(`ends when patience does, and the lists of before decide: ${fault}`, async () => {
      const { feed, device } = await begin();
      await feed.revoke(7);
      feed.board.turnOn(fault, { paths: /^status\// });
      expect(await device.sync(shortLimits)).toBe('feed-unreachable');
      await expectUnharmed(device, 1);
      feed.board.turnOff();
      await expectCured({ feed, device });
    });
});

describe('extraneous and wrong files', () => {
  it('are not asked for: only what the manifest names', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed);
    attacker.files.set('status/extra.jwt', 'more');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    const kinds = feed.board.requests.map(({ path }) => path);
    expect(kinds).not.toContain('status/extra.jwt');
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('do not pass for the file that was asked for', async () => {
    const { feed, device } = await begin();
    await feed.revoke(7);
    feed.board.turnOn('wrong-file', { paths: /^status\// });
    expect(misfits).toContain(await device.sync());
    await expectUnharmed(device, 1);
    feed.board.turnOff();
    await expectCured({ feed, device });
  });
});

describe('a malicious mirror', () => {
  it('can withhold and delay, and nothing else', async () => {
    const { feed, device } = await begin();
    const mirror = createAttacker(feed);
    await feed.revoke(7);
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');

    // Everything of before: the device has later roots than the mirror.
    mirror.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);

    mirror.files.clear();
    expect(await device.sync()).toBe('feed-unreachable');
    for (const [path, text] of feed.files) mirror.files.set(path, text.slice(0, -9));
    expect(await device.sync()).toBe('feed-truncated');
    for (const [path, text] of feed.files) mirror.files.set(path, text);
    mirror.files.delete('root/2.json');
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 1);
    mirror.leave();
    await expectCured({ feed, device });
  });

  it('that withholds a new root keeps nothing alive beyond the manifest’s end', async () => {
    const { feed, device } = await begin();
    const mirror = createAttacker(feed);
    await feed.rotate('manifest');
    mirror.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.root.version).toBe(1);
    feed.advance(7 * day);
    expect(await device.sync()).toBe('feed-expired');
    await expectUnharmed(device, 1, 'lists-expired');
    mirror.leave();
    await expectCured({ feed, device });
    expect(device.generation()?.root.version).toBe(2);
  });
});

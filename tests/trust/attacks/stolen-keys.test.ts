/**
 * Stolen keys (TUF §1.5.2: key compromise): what each of them can do and cannot, and how the operator
 * gets the devices back. A root key alone can do nothing; no other key reaches beyond its own files.
 */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/strict-json.ts';
import { createAttacker } from '../../simulator/attacker.ts';
import { begin, day, expectCured, expectUnharmed } from './story.ts';

const isOfFirst = ({ sub }: JsonObject): boolean => String(sub).includes('akademia');
const isOfSecond = ({ sub }: JsonObject): boolean => String(sub).includes('politechnika');
const unchanged = (payload: JsonObject): JsonObject => payload;

describe('one stolen root key of three', () => {
  const his = (kid: string) => ({ keyIds: [kid], threshold: 1 });
  const plan = {
    version: 2,
    exp: Date.parse('2036-01-01T00:00:00Z') / 1000,
    roles: {
      root: { keyIds: ['root-a', 'his-1'], threshold: 2 },
      manifest: his('his-1'),
      lists: his('his-1'),
      enrolment: his('his-1'),
    },
  };

  it('makes no new root: the old threshold is not met', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['root-a']);
    for (const signers of [
      ['root-a', 'his-1'],
      ['root-a', 'root-a', 'his-1'],
      ['root-a', 'root-b', 'his-1'],
    ]) {
      await attacker.forgeRoot({ ...plan, signers });
      attacker.takeServer();
      expect(await device.sync()).toBe('feed-bad-signature');
      await expectUnharmed(device, 1);
    }
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('is worth nothing once the other two have replaced it', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['root-a']);
    await feed.rotateRoot({
      root: { keyIds: ['root-b', 'root-c', 'root-d'], threshold: 2 },
      signers: ['root-b', 'root-c'],
    });
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.root.version).toBe(2);
    await attacker.forgeRoot({ ...plan, version: 3, signers: ['root-a', 'root-b', 'his-1'] });
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('signs neither manifest nor lists', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['root-a']);
    await attacker.forgeManifest(unchanged, 'root-a');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });
});

describe('a stolen manifest key', () => {
  it('cannot change what others sign', async () => {
    const { feed, device } = await begin();
    for (const kind of ['trust-list', 'policies'] as const) {
      const attacker = createAttacker(feed, ['manifest']);
      // The name of the right key, and then the manifest's own: neither is the lists' role.
      for (const signer of ['lists', 'manifest']) {
        await attacker.pin(await attacker.forgeFile(kind, unchanged, signer), 'manifest');
        attacker.takeServer();
        expect(await device.sync()).toBe('feed-bad-signature');
        await expectUnharmed(device, 1);
      }
      attacker.leave();
    }
    await expectCured({ feed, device });
  });

  it('cannot make a revoked card valid: at worst it is unknown', async () => {
    const { feed, device } = await begin();
    await feed.revoke(4000);
    expect(await device.sync()).toBe('ok');
    const attacker = createAttacker(feed, ['manifest']);
    const forged = await attacker.forgeFile('status', unchanged, 'manifest', isOfFirst);
    await attacker.pin(forged, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');
    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('revoked');
  });

  it('cannot keep lists alive for more than a month', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    const until = async (end: number): Promise<void> => {
      await attacker.forgeManifest((payload) => ({ ...payload, version: 2, exp: end }), 'manifest');
      attacker.takeServer();
    };
    await until(feed.now() + 31 * day + 1);
    expect(await device.sync()).toBe('feed-malformed');
    await expectUnharmed(device, 1);
    await until(feed.now() + 31 * day);
    expect(await device.sync()).toBe('ok');
    feed.advance(31 * day);
    expect(await device.sync()).toBe('feed-expired');
    await expectUnharmed(device, 2, 'lists-expired');
    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
  });

  it('is worth nothing to a device that has seen the root which replaces it', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    await attacker.forgeManifest((payload) => ({ ...payload, version: 9 }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  // TUF §5.3.8: a root is kept as soon as it holds, whatever becomes of the rest.
  it('is worth nothing even where the rest of that synchronisation never came', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    await feed.rotate('manifest');
    feed.board.turnOn('offline', { paths: /^manifest/ });
    expect(await device.sync()).toBe('feed-unreachable');
    await expectUnharmed(device, 1);
    feed.board.turnOff();

    await attacker.forgeManifest((payload) => ({ ...payload, version: 9 }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('is worth nothing even where a false root followed the right one', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    await feed.rotate('manifest');
    feed.hijack(new Map(feed.files).set('root/3.json', feed.firstRoot));
    expect(await device.sync()).toBe('feed-rolled-back');
    await expectUnharmed(device, 1);

    await attacker.forgeManifest((payload) => ({ ...payload, version: 9 }), 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });
});

describe('a stolen lists key', () => {
  it('does nothing alone: no manifest pins its files', async () => {
    const { feed, device } = await begin();
    await feed.rotateRoot();
    const attacker = createAttacker(feed, ['lists']);
    await attacker.pin(await attacker.forgeFile('trust-list', unchanged, 'lists'), 'lists');
    attacker.takeServer();
    expect(await device.sync()).toBe('feed-bad-signature');
    await expectUnharmed(device, 1);
    attacker.leave();
    await expectCured({ feed, device });
  });

  it('signs no status list, even where the manifest pins it', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['lists', 'manifest']);
    const forged = await attacker.forgeFile('status', unchanged, 'lists', isOfFirst);
    await attacker.pin(forged, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');
    attacker.leave();
    await feed.rotate('lists');
    await feed.rotate('manifest');
    await expectCured({ feed, device });
  });

  it('trusts whom it likes together with the manifest key, until both are rotated', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['lists', 'manifest']);
    const forged = await attacker.forgeFile(
      'trust-list',
      ({ LoTE }) => {
        const list = structuredClone(LoTE) as {
          ListAndSchemeInformation: { LoTESequenceNumber: number };
          TrustedEntitiesList: unknown[];
        };
        list.ListAndSchemeInformation.LoTESequenceNumber = 2;
        list.TrustedEntitiesList.shift();
        return { LoTE: list };
      },
      'lists',
    );
    await attacker.pin(forged, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('unknown-issuer');
    attacker.leave();
    await feed.rotate('lists');
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('valid');
    await expectCured({ feed, device });
  });
});

describe('a stolen status key of one issuer', () => {
  it('cannot speak for another issuer: beside that one’s list it is not heard', async () => {
    const { feed, device } = await begin();
    const uri = feed.issuers[0]?.statusUri;
    const attacker = createAttacker(feed, ['manifest', 'okaz-b1-status']);
    const claim = (payload: JsonObject): object => ({ ...payload, sub: uri });
    const forged = await attacker.forgeFile('status', claim, 'okaz-b1-status', isOfSecond);
    await attacker.pin(forged, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    await expectUnharmed(device, 2);
    attacker.leave();
    await feed.rotateStatusKey(1);
    await feed.rotate('manifest');
    await expectCured({ feed, device });
  });

  for (const signer of ['okaz-b1-status', 'okaz-a1-status'])
    it(`cannot speak for another issuer in place of that one’s list, as ${signer}`, async () => {
      const { feed, device } = await begin();
      const uri = feed.issuers[0]?.statusUri;
      const attacker = createAttacker(feed, ['manifest', 'okaz-b1-status']);
      const claim = (payload: JsonObject): object => ({ ...payload, sub: uri });
      const forged = await attacker.forgeFile('status', claim, signer, isOfFirst);
      await attacker.pin(forged, 'manifest');
      attacker.takeServer();
      expect(await device.sync()).toBe('ok');
      expect(await device.decide()).toBe('status-unknown');
      attacker.leave();
      await feed.rotateStatusKey(1);
      await feed.rotate('manifest');
      expect(await device.sync()).toBe('ok');
      expect(await device.decide()).toBe('valid');
      await expectCured({ feed, device });
    });

  it('is heard no more once the trust list has another key, and the old list goes with it', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest', 'okaz-a1-status']);
    await feed.rotateStatusKey(0);
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('valid');
    attacker.files.clear();
    for (const [path, text] of feed.files) attacker.files.set(path, text);
    const later = (payload: JsonObject): object => ({ ...payload, iat: feed.now() + 60 });
    const forged = await attacker.forgeFile('status', later, 'okaz-a1-status', isOfFirst);
    await attacker.pin(forged, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(await device.decide()).toBe('status-unknown');
    attacker.leave();
    await feed.rotate('manifest');
    await expectCured({ feed, device });
  });
});

describe('another issuer’s status list', () => {
  it('pinned twice or in place of one’s own says nothing of one’s cards', async () => {
    const { feed, device } = await begin();
    const attacker = createAttacker(feed, ['manifest']);
    const own = await attacker.forgeFile('status', unchanged, 'nobody', isOfFirst);
    await attacker.forgeManifest((payload) => {
      const pins = payload.files as readonly { readonly path: string }[];
      return { ...payload, version: 2, files: pins.filter(({ path }) => path !== own.oldPath) };
    }, 'manifest');
    attacker.takeServer();
    expect(await device.sync()).toBe('ok');
    expect(device.generation()?.statusLists.size).toBe(1);
    expect(await device.decide()).toBe('status-unknown');
    attacker.leave();
    await feed.rotate('manifest');
    expect(await device.sync()).toBe('ok');
    await expectCured({ feed, device });
  });
});

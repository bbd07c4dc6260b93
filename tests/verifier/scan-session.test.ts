import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../src/base/bytes.ts';
import { makeKeyedHash } from '../../src/base/keyed-hash.ts';
import { sha256 } from '../../src/base/sha256.ts';
import { identifyCredential } from '../../src/credential/identify.ts';
import { outOfPicture, ReplayMemory } from '../../src/verdict/replay-memory.ts';
import { ScanSession } from '../../src/verifier/models/scan-session.ts';
import { openHash } from '../fixtures/keyed-hash.ts';
import { makeTestWorld, showCode, shownAt, type TestWorld } from '../fixtures/test-world.ts';

describe('a scan session', () => {
  let world: TestWorld;
  let code: string;
  let next: string;
  const now = shownAt * 1000;

  beforeAll(async () => {
    world = await makeTestWorld();
    code = await showCode(world, 'valid');
    next = await showCode(world, 'valid');
  });
  afterAll(() => world.remove());

  const open = (): ScanSession => new ScanSession(new ReplayMemory(openHash), openHash);

  it('looks at a judged card once while it stays in view, though its code changes', async () => {
    const session = open();
    const sighting = session.look(code, now);
    expect(sighting.isNew).toBe(true);
    session.admit(sighting, 'accepted', now);
    expect(session.look(next, now + outOfPicture).isNew).toBe(false);
    expect(session.look(next, now + 2 * outOfPicture).isNew).toBe(false);
  });

  it('looks again once the card has left the picture for a while', async () => {
    const session = open();
    session.admit(session.look(code, now), 'accepted', now);
    expect(session.look(code, now + outOfPicture + 1).isNew).toBe(true);
  });

  it('looks at the next code of a card that could not be judged, not at the same one', async () => {
    const session = open();
    session.admit(session.look(code, now), 'undecided', now);
    expect(session.look(code, now + 100).isNew).toBe(false);
    expect(session.look(next, now + 200).isNew).toBe(true);
  });

  it('looks at a code of another kind once', async () => {
    const session = open();
    session.admit(session.look('HC1:X', now), 'unreadable', now);
    expect(session.look('HC1:X', now + 100).isNew).toBe(false);
  });

  it('looks again after the clock went back', async () => {
    const session = open();
    session.admit(session.look(code, now), 'accepted', now);
    expect(session.look(code, now - 60_000).isNew).toBe(true);
  });

  it('keeps neither the text nor its own hash', () => {
    const { code: hash, credential } = open().look(code, now);
    const plain = [code, encodeBase64url(sha256(code)), identifyCredential(code)];
    expect(plain).not.toContain(hash);
    expect(plain).not.toContain(credential);
  });

  it('knows nothing under another key', () => {
    const other = makeKeyedHash(new Uint8Array(32).fill(1));
    const session = new ScanSession(new ReplayMemory(other), other);
    expect(session.look(code, now).credential).not.toBe(open().look(code, now).credential);
  });

  it('looks at everything again once cleared', async () => {
    const session = open();
    session.admit(session.look(code, now), 'rejected', now);
    session.clear();
    expect(session.look(code, now).isNew).toBe(true);
  });
});

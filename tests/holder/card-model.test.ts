/** The card page's model under a frozen clock: what it opens, and when it signs anew. */
import { describe, expect, it, vi } from 'vitest';
import { ok } from '../../src/base/result.ts';
import { type CardModel, makeCardModel, type ShownCard } from '../../src/holder/card-model.ts';
import type { HolderJwk } from '../../src/holder/specimens.ts';
import { makeHolderFile, serveFiles } from './support.ts';

const start = 1_800_000_000_000;

async function obtainKey(_: string, jwk: HolderJwk) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  return ok(await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['sign']));
}

async function makeModel(changes: object = {}) {
  const files = {
    index: { specimens: [{ id: 'valid' }] },
    valid: await makeHolderFile('valid', changes),
  };
  const clock = { now: start };
  const model = makeCardModel({ fetchText: serveFiles(files), obtainKey, now: () => clock.now });
  return { model, clock };
}

function shownCard(model: CardModel): ShownCard {
  const state = model.state.value;
  if (state.kind !== 'card') throw new Error(`${state.kind} on show`);
  return state;
}

describe('the card page', () => {
  it('lists the specimens for an empty address', async () => {
    const { model } = await makeModel();
    await model.open('');
    expect(model.state.value).toEqual({ kind: 'choosing', ids: ['valid'] });
  });

  it('opens a card with a code signed now', async () => {
    const { model } = await makeModel();
    await model.open('valid');
    const { card, code } = shownCard(model);
    expect(card).toMatchObject({ givenName: 'Łucja', documentNumber: 'OKAZ-000001' });
    expect(code).toMatchObject({ iat: start / 1000, signedAt: start });
    expect(code.text).toMatch(/^MLEG1:/);
  });

  it('signs anew after fifteen seconds and not before', async () => {
    const { model, clock } = await makeModel();
    await model.open('valid');
    const first = shownCard(model).code;
    clock.now = start + 14_999;
    await model.tick();
    expect(shownCard(model).code).toBe(first);
    clock.now = start + 15_000;
    await model.tick();
    expect(shownCard(model).code).toMatchObject({ iat: start / 1000 + 15 });
    expect(shownCard(model).code.text).not.toBe(first.text);
  });

  it('signs at once on return from an hour in the background', async () => {
    const { model, clock } = await makeModel();
    await model.open('valid');
    clock.now = start + 3_600_000;
    await model.tick();
    expect(shownCard(model).code.signedAt).toBe(clock.now);
  });

  it('dates the code as the specimen wishes, and still signs anew', async () => {
    const { model, clock } = await makeModel({ iatOffset: -3600 });
    await model.open('valid');
    expect(shownCard(model).code.iat).toBe(start / 1000 - 3600);
    clock.now = start + 15_000;
    await model.tick();
    expect(shownCard(model).code.iat).toBe(start / 1000 - 3585);
  });

  it('makes a shorter code without key binding', async () => {
    const bound = await makeModel();
    const stripped = await makeModel({ keyBinding: false });
    await Promise.all([bound.model.open('valid'), stripped.model.open('valid')]);
    const length = ({ model }: typeof bound) => shownCard(model).code.text.length;
    expect(length(stripped)).toBeLessThan(length(bound));
  });

  it('drops what was opened before the address changed', async () => {
    const { model } = await makeModel();
    const slow = model.open('valid');
    await model.open('');
    await slow;
    expect(model.state.value.kind).toBe('choosing');
  });

  it('names what it could not open', async () => {
    const { model } = await makeModel({ credential: 'no card' });
    await model.open('valid');
    expect(model.state.value).toEqual({ kind: 'failed', failure: 'specimen-damaged' });
    await model.open('missing');
    expect(model.state.value).toEqual({ kind: 'failed', failure: 'specimens-not-found' });
  });

  it('shows a named state on a fault that nobody foresaw', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const model = makeCardModel({
      fetchText: serveFiles({ valid: await makeHolderFile('valid') }),
      obtainKey: () => Promise.reject(new Error('out of order')),
      now: () => start,
    });
    await model.open('valid');
    expect(model.state.value).toEqual({ kind: 'failed', failure: 'unexpected-fault' });
    log.mockRestore();
  });
});

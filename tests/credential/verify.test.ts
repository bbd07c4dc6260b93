/** Rules of verify.ts: header, issuer's signature, key binding, and the live window. */
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../src/base/bytes.ts';
import { checkLiveWindow, type HolderBinding } from '../../src/credential/key-binding.ts';
import type { UnpackedPresentation } from '../../src/credential/unpack.ts';
import {
  readPresentation,
  type VerifiedPresentation,
  verifyPresentation,
} from '../../src/credential/verify.ts';
import { publicHalf } from '../../src/issuer/keys.ts';
import {
  bindCard,
  type CardKeys,
  makeBoundCard,
  makeCard,
  makeCardKeys,
  plainDisclosures,
  shownAt,
} from '../fixtures/hand-made-card.ts';
import { readCard } from '../fixtures/read-card.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

let keys: CardKeys;
let stranger: CardKeys;
let card: string;
beforeAll(async () => {
  keys = await makeCardKeys();
  stranger = await makeCardKeys();
  card = await makeCard(keys);
});

const read = async (text: string): Promise<string> => outcome(readCard(text));

const verify = async (text: string, by: CardKeys = keys): Promise<VerifiedPresentation> =>
  verifyPresentation(unwrap(readPresentation(text as UnpackedPresentation)), publicHalf(by.issuer));

/** The outcome of the holder's step for a presentation whose issuer's JWT can be read. */
const hold = async (text: string): Promise<string> => outcome((await verify(text)).binding);

describe('the issuer’s header', () => {
  const headers: Record<string, [Record<string, unknown>, string]> = {
    'has its typ to the letter': [{ typ: 'DC+SD-JWT' }, 'wrong-type'],
    'is not of the older type': [{ typ: 'vc+sd-jwt' }, 'wrong-type'],
    'has a typ': [{ typ: undefined }, 'wrong-type'],
    'is not alg none': [{ alg: 'none' }, 'wrong-type'],
    'is not HS256': [{ alg: 'HS256' }, 'wrong-type'],
    'has no crit': [{ crit: ['b64'], b64: true }, 'wrong-type'],
    'names its key': [{ kid: undefined }, 'malformed'],
    'names its key by text': [{ kid: 1 }, 'malformed'],
    'names its key by a text that is not empty': [{ kid: '' }, 'malformed'],
  };
  for (const [rule, [header, expected]] of Object.entries(headers))
    it(rule, async () => {
      expect(await read(await makeBoundCard(keys, { header }))).toBe(expected);
    });

  it('belongs to a JWT', async () => {
    for (const text of ['', '~', 'a~', 'a.b.c~', card.slice(1)])
      expect(await read(text)).toBe('malformed');
  });
});

describe('the disclosures', () => {
  it('fit the payload, or the card is malformed', async () => {
    expect(await read(await makeBoundCard(keys, { digests: ['hidden'] }))).toBe('malformed');
    expect(await read(await makeBoundCard(keys, { payload: { _sd_alg: 'sha-512' } }))).toBe(
      'malformed',
    );
  });
});

describe('the issuer’s signature', () => {
  it('holds under the issuer’s key alone', async () => {
    const text = await makeBoundCard(keys);
    expect(outcome((await verify(text, keys)).claims)).toBe('ok');
    expect(outcome((await verify(text, stranger)).claims)).toBe('bad-signature');
  });

  it('comes before what the claims say', async () => {
    const text = await makeBoundCard(keys, { payload: { exp: 'never' } });
    expect(outcome((await verify(text, keys)).claims)).toBe('malformed');
    expect(outcome((await verify(text, stranger)).claims)).toBe('bad-signature');
  });
});

describe('the key binding', () => {
  it('holds as the phone signs it, and gives time and nonce', async () => {
    const { binding } = await verify(await bindCard(card, keys.holder));
    expect(unwrap(binding)).toEqual({
      iat: shownAt,
      exp: null,
      nbf: null,
      nonce: encodeBase64url(new Uint8Array(16).fill(7)),
    });
  });

  it('is malformed under a key off its curve', async () => {
    const { kty, crv, x } = publicHalf(keys.holder);
    const cnf = { jwk: { kty, crv, x, y: x } };
    const odd = await makeCard(keys, { payload: { cnf } });
    expect(await hold(await bindCard(odd, keys.holder))).toBe('malformed');
  });

  it('is required', async () => {
    expect(await hold(card)).toBe('not-holder-bound');
  });

  it('is the holder’s own', async () => {
    expect(await hold(await bindCard(card, stranger.holder))).toBe('bad-holder-signature');
  });

  it('covers the very disclosures that are shown', async () => {
    const bound = await bindCard(card, keys.holder);
    const binding = bound.slice(bound.lastIndexOf('~') + 1);
    const fewer = bound.split('~').slice(0, 3);
    expect(await hold([...fewer, binding].join('~'))).toBe('bad-holder-signature');
  });

  it('belongs to this credential', async () => {
    const other = await makeCard(keys, { disclosures: plainDisclosures.slice(1) });
    const bound = await bindCard(card, keys.holder);
    expect(await hold(other + bound.slice(bound.lastIndexOf('~') + 1))).toBe(
      'bad-holder-signature',
    );
  });

  const headers: Record<string, Record<string, unknown>> = {
    'has its typ to the letter': { typ: 'KB+JWT' },
    'is not typed as a credential': { typ: 'dc+sd-jwt' },
    'is not alg none': { alg: 'none' },
    'is not HS256': { alg: 'HS256' },
    'has no crit': { crit: ['iat'] },
  };
  for (const [rule, header] of Object.entries(headers))
    it(rule, async () => {
      expect(await hold(await bindCard(card, keys.holder, { header }))).toBe('wrong-type');
    });

  const payloads: Record<string, [Record<string, unknown>, string]> = {
    'is meant for this audience': [{ aud: 'urn:mlegitymacja:verify:2' }, 'not-holder-bound'],
    'has an audience': [{ aud: undefined }, 'not-holder-bound'],
    'has one audience and no list': [{ aud: ['urn:mlegitymacja:verify:1'] }, 'not-holder-bound'],
    'has a time': [{ iat: undefined }, 'malformed'],
    'has a time that is a number': [{ iat: String(shownAt) }, 'malformed'],
    'has a nonce': [{ nonce: undefined }, 'malformed'],
    'has a nonce of 16 bytes and not fewer': [{ nonce: 'AAAAAAAAAAAAAAAAAAAA' }, 'malformed'],
    'has a nonce of 16 bytes and not more': [{ nonce: 'AAAAAAAAAAAAAAAAAAAAAAA' }, 'malformed'],
    'has a nonce in canonical Base64url': [{ nonce: 'AAAAAAAAAAAAAAAAAAAAAB' }, 'malformed'],
    'has a hash of the disclosures': [{ sd_hash: undefined }, 'bad-holder-signature'],
    'has an end that is a time': [{ exp: '1' }, 'malformed'],
    'has a beginning that is a time': [{ nbf: null }, 'malformed'],
    'has the right hash': [{ sd_hash: 'A'.repeat(43) }, 'bad-holder-signature'],
  };
  for (const [rule, [payload, expected]] of Object.entries(payloads))
    it(rule, async () => {
      expect(await hold(await bindCard(card, keys.holder, { payload }))).toBe(expected);
    });

  it('is a JWT', async () => {
    for (const binding of ['a', 'a.b.c', '..'])
      expect(await hold(card + binding)).toBe('malformed');
  });
});

describe('the live window', () => {
  const live = { early: 10, late: 30 };
  const cases: [number, string][] = [
    [-11, 'code-from-future'],
    [-10, 'ok'],
    [0, 'ok'],
    [30, 'ok'],
    [31, 'stale-code'],
    [3600, 'stale-code'],
  ];
  for (const [age, expected] of cases)
    it(`says ${expected} of a code signed ${age} s ago`, () => {
      const checked = checkLiveWindow(signed({}), 1000 + age, live);
      expect(checked.ok ? 'ok' : checked.failure.reason).toBe(expected);
      if (!checked.ok) expect(checked.failure.age).toBe(age);
    });

  const bounds: [string, Partial<HolderBinding>, string][] = [
    ['within a second of the window’s end', { iat: 990.5 }, 'ok'],
    ['within a second beyond it', { iat: 989.5 }, 'stale-code'],
    ['before its own end', { exp: 1021 }, 'ok'],
    ['at its own end', { exp: 1020 }, 'stale-code'],
    ['at its own beginning', { nbf: 1020 }, 'ok'],
    ['ten seconds before its own beginning', { nbf: 1030 }, 'ok'],
    ['earlier than that', { nbf: 1031 }, 'code-from-future'],
  ];
  for (const [when, own, expected] of bounds)
    it(`says ${expected} of a code ${when}`, () => {
      const checked = checkLiveWindow(signed(own), 1020, live);
      expect(checked.ok ? 'ok' : checked.failure.reason).toBe(expected);
    });

  function signed(own: Partial<HolderBinding>): HolderBinding {
    return { iat: 1000, exp: null, nbf: null, nonce: '', ...own };
  }
});

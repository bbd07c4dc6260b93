/** Rules of pack.ts and unpack.ts: every text comes back as it was signed, and small. */
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { encode as encodeBase45 } from '@digitalbazaar/base45';
import { encode as encodeQr } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { concatBytes, encodeBase64url } from '../../src/base/bytes.ts';
import { sha256Hex } from '../../src/base/sha256.ts';
import { dictionary } from '../../src/credential/dictionary.ts';
import { identifyCredential } from '../../src/credential/identify.ts';
import { writeLength } from '../../src/credential/length.ts';
import { pack } from '../../src/credential/pack.ts';
import { splitSdJwt } from '../../src/credential/sd-jwt.ts';
import { unpack } from '../../src/credential/unpack.ts';
import {
  bindCard,
  type CardKeys,
  claim,
  makeBoundCard,
  makeCard,
  makeCardKeys,
  plainDisclosures,
} from '../fixtures/hand-made-card.ts';
import { portrait } from '../fixtures/portrait.ts';
import { asSegment } from '../fixtures/raw-jws.ts';
import { skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

let keys: CardKeys;
beforeAll(async () => {
  keys = await makeCardKeys();
});

const roundTrip = async (text: string): Promise<string> => unwrap(unpack(unwrap(pack(text))));

/** QR version of a text at error correction level L. */
const versionOf = (text: string): number => encodeQr(text, { ecc: 'L' }).version;

describe('packing', () => {
  it('gives back foreign texts to the letter', async () => {
    const header = asSegment('{ "typ" : "dc+sd-jwt",\r\n\t"alg":"ES256" }');
    const noise = (length: number): string => encodeBase64url(new Uint8Array(randomBytes(length)));
    const texts: Record<string, string> = {
      'white space in JSON': `${header}.${asSegment('{ "a" :\n[ 1 , 2 ] }')}.${noise(64)}~`,
      'sha-512 digests': `${header}.${asSegment({ _sd: [noise(64)] })}.${noise(64)}~`,
      'an RS256 signature': `${header}.${asSegment({})}.${noise(256)}~`,
      'no disclosure and no signature': `${header}.${asSegment({})}.~`,
      'empty segments': '..~~~',
      'segments that are no Base64url': 'A.AB.----A~A~AAAAA~x.y',
      'control characters in JSON': `${header}.${asSegment('\u0000\u0007"\u000b"')}.${noise(64)}~`,
      'bytes that are no UTF-8': `${header}.${encodeBase64url(Uint8Array.of(0xff, 0, 1))}.AA~`,
      'a signature that is plain text': `${header}.${asSegment({})}.${asSegment('a'.repeat(64))}~`,
      'unbalanced quotes': `${asSegment('"a" " \\" "')}.${asSegment('"')}.~${asSegment('"\\')}~`,
      'strings that look like salts and keys': `${header}.${asSegment([noise(16), noise(32), noise(17), noise(200), 'A'.repeat(22)])}.~`,
      'a picture that is not Base64': `..~${asSegment(['data:image/avif;base64,A'])}~`,
      'a picture without boxes': `..~${asSegment(['data:image/webp;base64,AAAA'])}~`,
      'an empty picture': `..~${asSegment(['data:image/webp;base64,'])}~`,
      'a picture whose mdat comes late': `..~${asSegment([`data:image/avif;base64,${Buffer.alloc(900, 'mdax').toString('base64')}`])}~`,
    };
    for (const [what, text] of Object.entries(texts)) {
      expect(await roundTrip(text), what).toBe(text);
      expect(await roundTrip(`${text}${header}.${noise(20)}.${noise(64)}`), what).toContain(text);
    }
  });

  it('gives back cards with any number of disclosures, decoys and hidden claims', async () => {
    for (const count of [0, 1, 17, 18, 19, 25]) {
      const disclosures = Array.from({ length: count }, (_, index) => claim(`c${index}`, index));
      const card = await makeBoundCard(keys, { disclosures });
      expect(await roundTrip(card)).toBe(card);
    }
    const hidden = await makeBoundCard(keys, { digests: [encodeBase64url(randomBytes(32))] });
    expect(await roundTrip(hidden)).toBe(hidden);
  });

  it('gives back a disclosure that is shown twice, and one that names a digest', async () => {
    const card = await makeCard(keys);
    const shown = splitSdJwt(card)?.disclosures[0] ?? '';
    const texts = [`${card}${shown}~`, `${card}${asSegment([shown, 'x', 1])}~`];
    for (const text of texts) expect(await roundTrip(text)).toBe(text);
  });

  it('gives back a wrong sd_hash as it is', async () => {
    const payload = { sd_hash: encodeBase64url(randomBytes(32)) };
    const card = await bindCard(await makeCard(keys), keys.holder, { payload });
    expect(await roundTrip(card)).toBe(card);
  });

  it('keeps within the QR versions of the format for a median card', async () => {
    const withPortrait = versionOf(unwrap(pack(await makeBoundCard(keys))));
    const bare = plainDisclosures.slice(0, 3);
    const without = versionOf(unwrap(pack(await makeBoundCard(keys, { disclosures: bare }))));
    expect(portrait.length).toBeGreaterThan(500);
    expect(withPortrait).toBeLessThanOrEqual(22);
    expect(without).toBeLessThanOrEqual(16);
  });

  const refused = {
    'an empty text': '',
    'a JWT without ~': 'a.b.c',
    'two segments before the first ~': 'a.b~',
    'four segments before the first ~': 'a.b.c.d~',
    'characters that no SD-JWT has': 'a.b.c~ü',
    'a line end': 'a.b.c~\n',
  };
  for (const [what, text] of Object.entries(refused))
    it(`refuses ${what}`, async () => {
      expect(outcome(pack(text))).toBe('not-an-sd-jwt');
    });

  it('refuses what does not fit a version 25 code', async () => {
    const noise = encodeBase64url(new Uint8Array(randomBytes(1300)));
    expect(outcome(pack(`a.b.${noise}~`))).toBe('too-large');
    expect(outcome(pack(`a.b.${'A'.repeat(12_000)}~`))).toBe('too-large');
    expect(outcome(pack(`a.b.${'A'.repeat(100_000)}~`))).toBe('too-large');
  });
});

describe('unpacking', () => {
  it('takes a deflate stream from any compressor and level', async () => {
    const card = await makeBoundCard(keys);
    const { text, raw } = skeletonBytes(card);
    for (let level = 1; level <= 9; level++) {
      const deflated = deflateRawSync(text, { level, dictionary });
      const head = Uint8Array.of(1, ...writeLength(deflated.length));
      const code = `MLEG1:${encodeBase45(concatBytes(head, deflated, raw))}`;
      expect(unpack(code), `level ${level}`).toEqual({ ok: true, value: card });
    }
  });

  it('identifies a credential whatever its disclosures and key binding', async () => {
    const card = await makeCard(keys);
    const identify = async (text: string): Promise<string | null> =>
      identifyCredential(unwrap(pack(text)));
    const identity = await identify(card);
    expect(identity).toMatch(/^[\w-]{43}$/);
    expect(await identify(await bindCard(card, keys.holder))).toBe(identity);
    expect(await identify(await makeCard(keys))).not.toBe(identity);
    expect(identifyCredential('https://example.org')).toBeNull();
    expect(identifyCredential('MLEG1:')).toBeNull();
  });
});

describe('the dictionary of container version 1', () => {
  it('never changes', async () => {
    expect(await sha256Hex(dictionary)).toBe(
      '05682e72d03877b2480ad250c3770ed1b63b296f05770f801cb5c70342246c9c',
    );
  });
});

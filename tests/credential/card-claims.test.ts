/** PROTOCOL §1: what a card must say, what it may disclose, and what is dropped unread. */
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../src/base/bytes.ts';
import {
  type CardChanges,
  type CardKeys,
  claim,
  makeBoundCard,
  makeCardKeys,
  pictureUri,
  plainDisclosures,
  plainPayload,
} from '../fixtures/hand-made-card.ts';
import { portrait } from '../fixtures/portrait.ts';
import { readCard } from '../fixtures/read-card.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

let keys: CardKeys;
beforeAll(async () => {
  keys = await makeCardKeys();
});

const read = async (changes: CardChanges) => readCard(await makeBoundCard(keys, changes));
const picture = (bytes: Uint8Array, type = 'avif'): CardChanges => {
  const uri = `data:image/${type};base64,${encodeBase64(bytes)}`;
  return { disclosures: [claim('picture', uri)] };
};

/** The specimen portrait with bytes added at its end. */
const lengthened = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes.set(portrait);
  return bytes;
};

/** The specimen portrait with another width in its header. */
const ofWidth = (width: number): Uint8Array => {
  const bytes = portrait.slice();
  bytes[Buffer.from(bytes).indexOf('ispe') + 11] = width;
  return bytes;
};

/** The beginning of a lossy WebP (RFC 9649 §2.5) of a size. */
const webp = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(40);
  bytes.set(Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'));
  bytes.set([0x9d, 0x01, 0x2a, width, 0, height, 0], 23);
  return bytes;
};

describe('a plain card', () => {
  it('is read with its types', async () => {
    const claims = unwrap(await read({}));
    expect(claims).toMatchObject({
      vct: 'urn:mlegitymacja:student:1',
      schoolId: 'OKAZ-1',
      status: { idx: 4000 },
      dateOfExpiry: '2027-03-31',
      givenName: 'Żaneta',
      familyName: 'Okaz-Wzór',
      birthdate: '2005-03-17',
      documentNumber: null,
      picture: { type: 'image/avif', bytes: portrait },
    });
  });

  it('may hide everything that can be hidden', async () => {
    const claims = unwrap(await read({ disclosures: [], digests: ['hidden'] }));
    expect(claims).toMatchObject({ givenName: null, birthdate: null, picture: null });
  });

  it('has no _sd unless some digest stands in it', async () => {
    expect(outcome(await read({ disclosures: [] }))).toBe('malformed');
    const payload = { _sd: undefined, _sd_alg: undefined };
    expect(outcome(await read({ disclosures: [], payload }))).toBe('ok');
  });

  it('may be signed within a second', async () => {
    expect(outcome(await read({ payload: { iat: 1.5, nbf: 1.5 } }))).toBe('ok');
  });

  it('may be as old as the count of seconds', async () => {
    expect(outcome(await read({ payload: { iat: 0, nbf: 0 } }))).toBe('ok');
  });

  it('is not meant for others alone', async () => {
    const ours = 'urn:mlegitymacja:verify:1';
    for (const aud of [ours, ['urn:other', ours]])
      expect(outcome(await read({ payload: { aud } })), JSON.stringify(aud)).toBe('ok');
    for (const aud of ['urn:other', ['urn:other'], [], null, 1])
      expect(outcome(await read({ payload: { aud } })), JSON.stringify(aud)).toBe('malformed');
  });

  it('may be a pupil’s, and may carry WebP', async () => {
    const changes = {
      payload: { vct: 'urn:mlegitymacja:pupil:1' },
      ...picture(webp(60, 80), 'webp'),
    };
    expect(unwrap(await read(changes))).toMatchObject({
      vct: 'urn:mlegitymacja:pupil:1',
      picture: { type: 'image/webp' },
    });
  });

  it('may hold other claims, which are dropped unread', async () => {
    const changes = {
      payload: { pesel: '00000000000', nested: { iss: 'x' } },
      disclosures: [...plainDisclosures, claim('height', 180)],
    };
    const claims = unwrap(await read(changes));
    expect(claims).toEqual(unwrap(await read({})));
  });

  it('may end technically exactly 180 days after its printed end', async () => {
    const exp = Date.parse('2027-03-31T00:00:00Z') / 1000 + 180 * 86_400;
    expect(outcome(await read({ payload: { exp } }))).toBe('ok');
    expect(outcome(await read({ payload: { exp: exp - 1 } }))).toBe('malformed');
  });

  it('may hold a picture of at most 720 bytes', async () => {
    expect(outcome(await read(picture(lengthened(720))))).toBe('ok');
    expect(outcome(await read(picture(lengthened(721))))).toBe('malformed');
  });
});

describe('a card’s texts', () => {
  const numbered = (length: number): CardChanges => ({
    disclosures: [claim('document_number', 'a'.repeat(length))],
  });
  const ofSchool = (length: number): CardChanges => ({
    payload: { school: { id: 'a'.repeat(length) } },
  });

  it('have at most 256 characters', async () => {
    for (const text of [numbered, ofSchool]) {
      expect(outcome(await read(text(256)))).toBe('ok');
      expect(outcome(await read(text(257)))).toBe('malformed');
    }
  });

  it('may be any, as names: whatever a name says, it is no ground for rejection', async () => {
    for (const name of ['', ' ', '\u202e', 'a'.repeat(257)]) {
      const disclosures = [claim('given_name', name), claim('family_name', name)];
      const claims = unwrap(await read({ disclosures }));
      expect([claims.givenName, claims.familyName]).toEqual([name, name]);
    }
  });

  it('may point to the first place of a status list', async () => {
    const status = { status_list: { idx: 0, uri: 'https://a.example/1' } };
    expect(unwrap(await read({ payload: { status } })).status.idx).toBe(0);
  });
});

describe('a card’s picture', () => {
  it('is 60×80 by its own header', async () => {
    expect(outcome(await read(picture(ofWidth(60))))).toBe('ok');
    expect(outcome(await read(picture(ofWidth(61))))).toBe('malformed');
    const sizes: readonly (readonly [number, number])[] = [
      [61, 80],
      [60, 81],
      [80, 60],
    ];
    for (const [width, height] of sizes)
      expect(outcome(await read(picture(webp(width, height), 'webp')))).toBe('malformed');
  });

  it('is of the type that it claims', async () => {
    expect(outcome(await read(picture(portrait, 'webp')))).toBe('malformed');
    expect(outcome(await read(picture(webp(60, 80), 'avif')))).toBe('malformed');
    expect(outcome(await read(picture(new Uint8Array(100))))).toBe('malformed');
  });
});

describe('a card’s visible claims', () => {
  const wrongValues: Record<string, readonly unknown[]> = {
    iss: [
      undefined,
      1,
      '',
      'http://a.example',
      'https://',
      'https:///a',
      'xhttps://a.example',
      'https://a b',
      'a.example',
    ],
    iat: [undefined, '1', -1, 253_402_300_800, null],
    nbf: [undefined, '1', -1],
    exp: [undefined, '1', 0, 253_402_300_800],
    vct: [undefined, 1, null, ['urn:mlegitymacja:student:1']],
    school: [undefined, 'OKAZ-1', {}, { id: '' }, { id: 1 }, [{ id: 'OKAZ-1' }]],
    date_of_issuance: [undefined, '2026-10-1', '2026-02-29', '2026-10-01T00:00:00Z', 20261001],
    date_of_expiry: [undefined, '2027-04-31', '31.03.2027', null],
    status: [
      undefined,
      {},
      { status_list: {} },
      { status_list: { idx: -1, uri: 'https://a.example/1' } },
      { status_list: { idx: 0.5, uri: 'https://a.example/1' } },
      { status_list: { idx: '0', uri: 'https://a.example/1' } },
      { status_list: { idx: 0, uri: 'http://a.example/1' } },
      { status_list: { idx: 0 } },
    ],
    cnf: [undefined, {}, { kid: 'a' }, { jwk: null }, { jwk: { kty: 'EC', crv: 'P-256' } }],
  };
  for (const [name, values] of Object.entries(wrongValues))
    it(`make it malformed where ${name} is missing or unfit`, async () => {
      for (const value of values)
        expect(outcome(await read({ payload: { [name]: value } })), JSON.stringify(value)).toBe(
          'malformed',
        );
    });

  it('never hold a private key', async () => {
    const cnf = { jwk: { ...keys.holder } };
    expect(outcome(await read({ payload: { cnf } }))).toBe('malformed');
  });

  it('make it of a wrong type where vct is no card', async () => {
    for (const vct of ['', 'urn:mlegitymacja:student:2', 'URN:mlegitymacja:student:1'])
      expect(outcome(await read({ payload: { vct } }))).toBe('wrong-type');
  });

  const visible = [
    ...['iss', 'iat', 'nbf', 'exp', 'vct', 'cnf', 'status', 'school'],
    ...['date_of_issuance', 'date_of_expiry'],
  ];
  for (const name of visible)
    it(`never come from a disclosure: ${name}`, async () => {
      const changes = {
        payload: { [name]: undefined },
        disclosures: [claim(name, plainPayload(keys.holder)[name])],
      };
      expect(outcome(await read(changes))).toBe('malformed');
    });

  for (const name of ['vct#integrity', 'aka_vcts', 'aud'])
    it(`never come from a disclosure: ${name}`, async () => {
      const changes = { disclosures: [claim(name, 'urn:mlegitymacja:verify:1')] };
      expect(outcome(await read(changes))).toBe('malformed');
    });
});

describe('a card’s disclosed claims', () => {
  const wrongValues: Record<string, readonly unknown[]> = {
    given_name: [1, null, {}, ['Jan']],
    family_name: [1, null],
    document_number: ['', 1],
    birthdate: ['', '2005-02-29', '2005-3-17', 20050317, null, '05-03-17'],
    picture: [
      '',
      null,
      1,
      'data:image/png;base64,AAAA',
      'data:image/svg+xml;base64,AAAA',
      'data:image/avif;base64,',
      'data:image/avif;base64,AAA',
      'data:image/avif;base64,AB==',
      'data:image/avif,AAAA',
      'https://example.org/face.avif',
      ` ${pictureUri}`,
      `${pictureUri} `,
      [pictureUri],
    ],
  };
  it('make it malformed where it was issued before the birth', async () => {
    const born = (day: string): CardChanges => ({ disclosures: [claim('birthdate', day)] });
    expect(outcome(await read(born('2026-10-01')))).toBe('ok');
    expect(outcome(await read(born('2026-10-02')))).toBe('malformed');
  });

  it('never come from a part of a visible claim', async () => {
    const school = { id: 'OKAZ-1', _sd: [] };
    expect(outcome(await read({ payload: { school } }))).toBe('malformed');
  });

  for (const [name, values] of Object.entries(wrongValues))
    it(`make it malformed where ${name} is unfit`, async () => {
      for (const value of values)
        expect(
          outcome(await read({ disclosures: [claim(name, value)] })),
          JSON.stringify(value),
        ).toBe('malformed');
    });
});

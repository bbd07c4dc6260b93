/** The issuer's and the holder's side: issue.ts, present.ts, read-own-card.ts. */
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCompactJws } from '../../src/base/jws.ts';
import { type CardData, issue } from '../../src/credential/issue.ts';
import { present } from '../../src/credential/present.ts';
import { readOwnCard } from '../../src/credential/read-own-card.ts';
import { readDisclosure, splitSdJwt } from '../../src/credential/sd-jwt.ts';
import type { UnpackedPresentation } from '../../src/credential/unpack.ts';
import { readPresentation, verifyPresentation } from '../../src/credential/verify.ts';
import { publicHalf } from '../../src/issuer/keys.ts';
import {
  type CardKeys,
  claim,
  makeCard,
  makeCardKeys,
  pictureUri,
  shownAt,
} from '../fixtures/hand-made-card.ts';
import { portrait } from '../fixtures/portrait.ts';
import { asSegment } from '../fixtures/raw-jws.ts';
import { readCard } from '../fixtures/read-card.ts';
import { outcome, unwrap } from '../fixtures/test-world.ts';

let keys: CardKeys;
let data: CardData;
beforeAll(async () => {
  keys = await makeCardKeys();
  data = {
    iss: 'https://issuer.example',
    iat: shownAt,
    nbf: shownAt,
    exp: Date.parse('2028-01-01T00:00:00Z') / 1000,
    vct: 'urn:mlegitymacja:student:1',
    holderKey: publicHalf(keys.holder),
    status: { idx: 7, uri: 'https://issuer.example/status/1' },
    schoolId: 'OKAZ-1',
    dateOfIssuance: '2026-10-01',
    dateOfExpiry: '2027-03-31',
    givenName: 'Łucja',
    familyName: 'Wzór',
    birthdate: '2005-03-17',
    documentNumber: 'OKAZ-000001',
    picture: { type: 'image/avif', bytes: portrait },
  };
});

const issueCard = (changes: Partial<CardData> = {}) =>
  issue({ ...data, ...changes }, { kid: 'k1', key: keys.issuer }, randomBytes);

const shown = (text: string): readonly (string | null | undefined)[] =>
  (splitSdJwt(text)?.disclosures ?? []).map((disclosure) => readDisclosure(disclosure)?.name);

describe('issuing', () => {
  it('makes a card that the verifier reads to the same claims', async () => {
    const card = unwrap(await issueCard());
    expect(unwrap(readCard(card))).toEqual(data);
  });

  it('sorts the digests, so that their order tells nothing', async () => {
    const card = splitSdJwt(unwrap(await issueCard()));
    const { payload } = unwrap(readCompactJws(card?.issuerJwt ?? ''));
    const digests = payload._sd as string[];
    expect(digests).toEqual([...digests].sort());
  });

  it('signs no private key', async () => {
    const card = unwrap(await issueCard({ holderKey: keys.holder }));
    expect(outcome(readCard(card))).toBe('ok');
  });

  it('can do without a picture', async () => {
    expect(shown(unwrap(await issueCard({ picture: null })))).not.toContain('picture');
  });

  it('ends where a key binding may follow', async () => {
    expect(unwrap(await issueCard())).toMatch(/^[\w.~-]+~$/);
  });

  it('takes a picture of 720 bytes', async () => {
    const bytes = new Uint8Array(720);
    bytes.set(portrait);
    expect(outcome(await issueCard({ picture: { type: 'image/avif', bytes } }))).toBe('ok');
  });

  const refused: Record<string, [() => Partial<CardData>, string]> = {
    'a name with a bidi control': [() => ({ givenName: 'Jan\u202e' }), 'unfit-name'],
    'a name with a zero-width character': [() => ({ familyName: 'Ok\u200baz' }), 'unfit-name'],
    'an empty name': [() => ({ familyName: '' }), 'unfit-name'],
    'a birth date that does not exist': [() => ({ birthdate: '2005-02-29' }), 'unfit-date'],
    'an end that does not exist': [() => ({ dateOfExpiry: '2027-02-30' }), 'unfit-date'],
    'a picture of 721 bytes': [
      () => ({ picture: { type: 'image/avif', bytes: new Uint8Array(721) } }),
      'picture-too-large',
    ],
    'a picture that is none': [
      () => ({ picture: { type: 'image/avif', bytes: new Uint8Array(100) } }),
      'unfit-picture',
    ],
  };
  const unfit: Record<string, () => Partial<CardData>> = {
    'a technical end too early': () => ({ exp: shownAt }),
    'an issuer that is no https URI': () => ({ iss: 'http://issuer.example' }),
    'a number that is empty': () => ({ documentNumber: '' }),
    'a birth after the first day': () => ({ birthdate: '2026-10-02' }),
    'a holder’s key off its curve': () => {
      const { kty, crv, x } = publicHalf(keys.holder);
      return { holderKey: { kty, crv, x, y: x } };
    },
  };
  for (const [what, change] of Object.entries(unfit))
    it(`refuses what the verifier would: ${what}`, async () => {
      expect(outcome(await issueCard(change()))).toBe('unfit-claim');
    });

  it('refuses a key without a name', async () => {
    expect(outcome(await issue(data, { kid: '', key: keys.issuer }, randomBytes))).toBe(
      'unfit-claim',
    );
  });

  for (const [what, [change, failure]] of Object.entries(refused))
    it(`refuses ${what}`, async () => {
      expect(outcome(await issueCard(change()))).toBe(failure);
    });
});

const options = { iat: shownAt, nonce: new Uint8Array(16) };

describe('presenting', () => {
  it('shows the chosen claims and no other', async () => {
    const credential = unwrap(await issueCard());
    const disclose = ['birthdate', 'picture', 'no_such_claim'];
    const text = await present({ ...options, credential, disclose, holderKey: keys.holder });
    expect(shown(text)).toEqual(['birthdate', 'picture']);
    const kb = unwrap(readCompactJws(splitSdJwt(text)?.keyBindingJwt ?? ''));
    expect(kb.payload).toMatchObject({ iat: shownAt, aud: 'urn:mlegitymacja:verify:1' });
  });

  it('signs what the verifier takes', async () => {
    const credential = unwrap(await issueCard());
    const text = await present({ ...options, credential, disclose: [], holderKey: keys.holder });
    const presentation = unwrap(readPresentation(text as UnpackedPresentation));
    const { binding } = await verifyPresentation(presentation, publicHalf(keys.issuer));
    expect(unwrap(binding)).toMatchObject({
      iat: shownAt,
      nonce: 'A'.repeat(22),
    });
  });

  it('shows nothing of what it cannot read', async () => {
    const credential = `${unwrap(await issueCard())}${asSegment(['salt', 'element'])}~AB~`;
    const disclose = ['birthdate', 'element', 'salt'];
    const text = await present({ ...options, credential, disclose, holderKey: null });
    expect(shown(text)).toEqual(['birthdate']);
  });

  it('shows a card without key binding where there is no key', async () => {
    const credential = unwrap(await issueCard());
    const text = await present({ ...options, credential, disclose: [], holderKey: null });
    expect(splitSdJwt(text)).toMatchObject({ disclosures: [], keyBindingJwt: null });
  });

  it('throws on what is no SD-JWT as an issuer gives it', async () => {
    const credential = unwrap(await issueCard());
    const own = { ...options, disclose: ['birthdate'], holderKey: null };
    const shown = await present({ ...own, credential, holderKey: keys.holder });
    const foreign = asSegment(['salt', 'birthdate', '2000-01-01']);
    for (const wrong of ['', 'a.b.c', 'a.b.c~', shown, `${credential}${foreign}~`])
      await expect(present({ ...own, credential: wrong })).rejects.toThrow(TypeError);
  });
});

describe('the holder’s own view', () => {
  it('holds all claims, hidden ones included', async () => {
    expect(readOwnCard(unwrap(await issueCard()))).toEqual({
      givenName: 'Łucja',
      familyName: 'Wzór',
      birthdate: '2005-03-17',
      documentNumber: 'OKAZ-000001',
      picture: pictureUri,
      vct: 'urn:mlegitymacja:student:1',
      schoolId: 'OKAZ-1',
      dateOfIssuance: '2026-10-01',
      dateOfExpiry: '2027-03-31',
    });
  });

  it('lacks what the issuer did not sign, or not as a text', async () => {
    const visible = ['vct', 'school', 'date_of_issuance', 'date_of_expiry'];
    const payload = Object.fromEntries(visible.map((name) => [name, undefined]));
    const disclosures = [claim('given_name', 1), claim('picture', { a: 1 }), ['salt', 'element']];
    expect(readOwnCard(await makeCard(keys, { payload, disclosures }))).toEqual({
      givenName: null,
      familyName: null,
      birthdate: null,
      documentNumber: null,
      picture: null,
      vct: '',
      schoolId: '',
      dateOfIssuance: '',
      dateOfExpiry: '',
    });
  });

  it('is null of what has a key binding', async () => {
    const credential = unwrap(await issueCard());
    const own = { ...options, credential, disclose: [], holderKey: keys.holder };
    expect(readOwnCard(await present(own))).toBeNull();
  });

  it('is null of what is no card', () => {
    for (const text of ['', 'a~', 'a.b.c~']) expect(readOwnCard(text)).toBeNull();
  });
});

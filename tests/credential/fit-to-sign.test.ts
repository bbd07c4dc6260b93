/** What issuers and holders refuse to sign, so that nobody finds out at the turnstile (RFC 9901 §6, §7.2). */
import { beforeAll, describe, expect, it } from 'vitest';
import { type CardData, issue } from '../../src/credential/issue.ts';
import { present } from '../../src/credential/present.ts';
import { readOwnCard } from '../../src/credential/read-own-card.ts';
import { publicHalf, randomBytes } from '../../src/issuer/keys.ts';
import {
  bindCard,
  type CardKeys,
  claim,
  makeCard,
  makeCardKeys,
  shownAt,
} from '../fixtures/hand-made-card.ts';
import { asSegment } from '../fixtures/raw-jws.ts';
import { outcome } from '../fixtures/test-world.ts';

let keys: CardKeys;
let data: CardData;
beforeAll(async () => {
  keys = await makeCardKeys();
  data = {
    iss: 'https://legitymacje.akademia-okazowa.example',
    iat: shownAt,
    nbf: shownAt,
    exp: Date.parse('2027-12-31T00:00:00Z') / 1000,
    vct: 'urn:mlegitymacja:student:1',
    holderKey: publicHalf(keys.holder),
    status: { idx: 0, uri: 'https://legitymacje.akademia-okazowa.example/status/1' },
    schoolId: 'OKAZ-1',
    dateOfIssuance: '2026-10-01',
    dateOfExpiry: '2027-03-31',
    givenName: 'Żaneta',
    familyName: 'Okaz-Wzór',
    birthdate: '2005-03-17',
    documentNumber: '000001',
    picture: null,
  };
});

const issueCard = async (changes: Partial<CardData>, kid = 'k1'): Promise<string> =>
  outcome(await issue({ ...data, ...changes }, { kid, key: keys.issuer }, randomBytes));

describe('an issuer', () => {
  it('signs a card that a verifier would read', async () => {
    expect(await issueCard({})).toBe('ok');
  });

  const unfit: Record<string, Partial<CardData>> = {
    'an issuer that is no https URI': { iss: 'http://a.example' },
    'a time that is none': { iat: -1 },
    'a technical end too near': { exp: Date.parse('2027-04-01T00:00:00Z') / 1000 },
    'another kind of document': { vct: 'urn:other' as CardData['vct'] },
    'an index that is none': { status: { idx: -1, uri: 'https://a.example/1' } },
    'a status list that is no https URI': { status: { idx: 0, uri: 'ftp://a.example/1' } },
    'no school': { schoolId: '' },
    'no number': { documentNumber: '' },
    'a key of another length': { holderKey: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } },
    'a birth after the first day': { birthdate: '2026-10-02' },
  };
  for (const [what, changes] of Object.entries(unfit))
    it(`does not sign ${what}`, async () => {
      expect(await issueCard(changes)).toBe('unfit-claim');
    });

  it('does not sign a key off its curve', async () => {
    const { x, y } = data.holderKey;
    expect(await issueCard({ holderKey: { kty: 'EC', crv: 'P-256', x: y, y: x } })).toBe(
      'unfit-claim',
    );
  });

  it('does not sign without a name for its key', async () => {
    expect(await issueCard({}, '')).toBe('unfit-claim');
  });
});

describe('a holder', () => {
  const show = (credential: string): Promise<string> =>
    present({
      credential,
      disclose: ['given_name'],
      holderKey: keys.holder,
      iat: shownAt,
      nonce: randomBytes(16),
    });

  it('takes no credential that has a key binding', async () => {
    const bound = await bindCard(await makeCard(keys), keys.holder);
    await expect(show(bound)).rejects.toThrow(TypeError);
    expect(readOwnCard(bound)).toBeNull();
  });

  it('shows no disclosure that the issuer did not sign', async () => {
    const card = await makeCard(keys, { disclosures: [claim('birthdate', '2005-03-17')] });
    await expect(show(`${card}${asSegment(claim('given_name', 'Jan'))}~`)).rejects.toThrow(
      TypeError,
    );
  });

  it('takes no text that is no SD-JWT', async () => {
    for (const text of ['', 'abc', 'abc~', 'a.b.c~'])
      await expect(show(text)).rejects.toThrow(TypeError);
  });
});

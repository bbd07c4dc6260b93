/** What holders refuse to show (RFC 9901 §7.2), so that nobody finds out at the turnstile. */
import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../src/credential/present.ts';
import { readOwnCard } from '../../src/credential/read-own-card.ts';
import { randomBytes } from '../../src/issuer/keys.ts';
import {
  bindCard,
  type CardKeys,
  claim,
  makeCard,
  makeCardKeys,
  shownAt,
} from '../fixtures/hand-made-card.ts';
import { asSegment } from '../fixtures/raw-jws.ts';

let keys: CardKeys;
beforeAll(async () => {
  keys = await makeCardKeys();
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

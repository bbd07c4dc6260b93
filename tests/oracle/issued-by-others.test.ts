/**
 * A university that issues with another library, and a wallet that presents with it: @sd-jwt/core on
 * both sides, our packing between, our check at the end.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrivateJwk } from '../../src/base/jws.ts';
import { pack } from '../../src/credential/pack.ts';
import { broadcastAudience, disclosableClaims } from '../../src/credential/vocabulary.ts';
import { generateKey } from '../../src/issuer/keys.ts';
import type { Generation } from '../../src/trust/generation.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { checkText } from '../fixtures/check-card.ts';
import { pictureUri, plainPayload } from '../fixtures/hand-made-card.ts';
import { makeTestWorld, shownAt, type TestWorld, unwrap } from '../fixtures/test-world.ts';
import { makeOracle } from './oracle.ts';

let world: TestWorld;
let generation: Generation;
let issuer: PrivateJwk;
let holder: PrivateJwk;
beforeAll(async () => {
  world = await makeTestWorld();
  generation = await world.open();
  issuer = (await world.key('okaz-a1')).key;
  holder = await generateKey();
});
afterAll(() => world.remove());

const person = {
  given_name: 'Żaneta',
  family_name: 'Okaz-Wzór',
  birthdate: '2005-03-17',
  document_number: 'OKAZ-000001',
  picture: pictureUri,
};
type Shown = Partial<Record<keyof typeof person, boolean>>;
const shownByDefault: Shown = {
  given_name: true,
  family_name: true,
  birthdate: true,
  picture: true,
};

/** Issues and presents with the other library, and packs with ours. */
async function showOthersCard(
  shown: Shown,
  options: {
    readonly decoys?: number;
    readonly binding?: object;
    readonly typ?: string;
    readonly presenter?: PrivateJwk;
  } = {},
): Promise<string> {
  const oracle = makeOracle({
    issuer: { ...issuer },
    holder: { ...(options.presenter ?? holder) },
  });
  const frame = { _sd: [...disclosableClaims], _sd_decoy: options.decoys ?? 0 };
  const issued = await oracle.issue({ ...plainPayload(holder), ...person }, frame as never, {
    header: { typ: options.typ ?? 'dc+sd-jwt', kid: 'okaz-a1' },
  });
  const payload = {
    iat: shownAt,
    aud: broadcastAudience,
    nonce: randomBytes(16).toString('base64url'),
    ...options.binding,
  };
  return unwrap(pack(await oracle.present(issued, shown, { kb: { payload } })));
}

const check = async (...card: Parameters<typeof showOthersCard>): Promise<Verdict> =>
  checkText(await showOthersCard(...card), generation);

describe('a card that another library issues and presents', () => {
  it('is valid and grants', async () => {
    expect(await check(shownByDefault)).toMatchObject({
      kind: 'accepted',
      reason: 'valid',
      entitlement: 'granted',
      age: 21,
      school: { id: 'OKAZ-1' },
    });
  });

  it('is valid with decoy digests', async () => {
    for (const decoys of [1, 5])
      expect(await check(shownByDefault, { decoys })).toMatchObject({
        reason: 'valid',
        entitlement: 'granted',
      });
  });

  it('shows what its holder shows', async () => {
    const everything = { ...shownByDefault, document_number: true };
    expect(await check(everything)).toMatchObject({ entitlement: 'granted' });
    expect(await check({ ...shownByDefault, birthdate: false })).toMatchObject({
      reason: 'valid',
      entitlement: 'unknown:age-not-disclosed',
    });
    expect(await check({ ...shownByDefault, picture: false })).toMatchObject({
      reason: 'valid',
      entitlement: 'unknown:portrait-not-disclosed',
    });
    expect(await check({})).toMatchObject({ reason: 'valid' });
  });

  it('is refused for what it says, as one of ours is', async () => {
    const refused: [object, string][] = [
      [{ typ: 'vc+sd-jwt' }, 'wrong-type'],
      [{ binding: { aud: 'https://verifier.example' } }, 'not-holder-bound'],
      [{ binding: { iat: shownAt - 3600 } }, 'stale-code'],
      [{ presenter: await generateKey() }, 'bad-holder-signature'],
    ];
    for (const [options, reason] of refused)
      expect((await check(shownByDefault, options)).reason).toBe(reason);
  });
});

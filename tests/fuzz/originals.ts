/**
 * The good presentations that mutants start from, made once: with and without portrait, with fewer
 * claims shown, shown twice, of another holder, with decoys, and one of a foreign issuer's making (white space,
 * nested and unknown disclosures). Each is kept in every form that some mutator works on.
 */
import { createECDH, createHash } from 'node:crypto';
import { decode as decodeBase45 } from '@digitalbazaar/base45';
import { encodeBase64url } from '../../src/base/bytes.ts';
import type { PrivateJwk } from '../../src/base/jws.ts';
import { pack } from '../../src/credential/pack.ts';
import { digestOf } from '../../src/credential/sd-jwt.ts';
import type { Generation } from '../../src/trust/generation.ts';
import {
  bindCard,
  type CardChanges,
  type CardKeys,
  claim,
  makeCard,
  plainDisclosures,
  salt,
} from '../fixtures/hand-made-card.ts';
import { asSegment, type RawJson } from '../fixtures/raw-jws.ts';
import { skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { makeGeneration } from './fuzz-world.ts';
import { type Presentation, readSigningKey, type SigningKeys, takeApart } from './presentation.ts';
import type { Streams } from './streams.ts';

/** A card of visible claims only has no `_sd` (SD-JWT VC §2.2.2). */
const nothingDisclosable: CardChanges = {
  disclosures: [],
  payload: { _sd: undefined, _sd_alg: undefined },
};

/** One good presentation in all its forms. */
export interface Original {
  readonly name: string;
  readonly sdJwt: string;
  readonly parts: Presentation;
  readonly skeleton: Streams;
  readonly container: Uint8Array;
  readonly code: string;
  readonly keys: SigningKeys;
}

/** All originals and the lists under which each is accepted. */
export interface FuzzWorld {
  readonly originals: readonly Original[];
  readonly generation: Generation;
}

/** Makes lists and presentations. Keys are always the same, so that a mutant's text can be checked again. */
export async function makeFuzzWorld(): Promise<FuzzWorld> {
  const keys: CardKeys = { issuer: keyFrom('issuer'), holder: keyFrom('holder') };
  const other: CardKeys = { ...keys, holder: keyFrom('another holder') };
  const withoutPortrait = plainDisclosures.slice(0, 3);
  const numbered = [...withoutPortrait, claim('document_number', '123456')];
  const decoys = ['a', 'b', 'c'].map(digestOf);
  const plain = await makeCard(keys);
  const fewer = plain.split('~').filter((_, index) => index !== 1);
  const anotherNonce = { payload: { nonce: encodeBase64url(new Uint8Array(16).fill(9)) } };
  const shown: readonly (readonly [string, CardKeys, string, object?])[] = [
    ['portrait', keys, plain],
    ['portrait, shown again', keys, plain, anotherNonce],
    ['portrait, one claim hidden', keys, fewer.join('~')],
    ['no portrait', keys, await makeCard(keys, { disclosures: withoutPortrait })],
    ['another holder', other, await makeCard(other, { disclosures: withoutPortrait })],
    ['nothing disclosed', keys, await makeCard(keys, nothingDisclosable)],
    [
      'decoys and a card number',
      keys,
      await makeCard(keys, {
        disclosures: numbered,
        digests: [...decoys, ...digestsOf(numbered)],
      }),
    ],
    ['foreign', keys, await makeCard(keys, foreignChanges())],
  ];
  const originals = await Promise.all(
    shown.map(async ([name, { issuer, holder }, card, changes]) => {
      const signing = { issuer: readSigningKey(issuer), holder: readSigningKey(holder) };
      return readOriginal(name, await bindCard(card, holder, changes), signing);
    }),
  );
  return { originals, generation: makeGeneration(keys.issuer) };
}

function readOriginal(name: string, sdJwt: string, keys: SigningKeys): Original {
  const packed = pack(sdJwt);
  if (!packed.ok) throw new Error(`${name}: ${packed.failure}`);
  return {
    name,
    sdJwt,
    parts: takeApart(sdJwt),
    skeleton: skeletonBytes(sdJwt),
    container: decodeBase45(packed.value.slice(6)),
    code: packed.value,
    keys,
  };
}

/** The P-256 key that a name stands for. */
function keyFrom(name: string): PrivateJwk {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(createHash('sha256').update(name).digest());
  const point = pair.getPublicKey();
  const [x, y, d] = [point.subarray(1, 33), point.subarray(33), pair.getPrivateKey()].map((bytes) =>
    Buffer.concat([Buffer.alloc(32), bytes])
      .subarray(-32)
      .toString('base64url'),
  ) as [string, string, string];
  return { kty: 'EC', crv: 'P-256', x, y, d };
}

const digestsOf = (disclosures: readonly RawJson[]): readonly string[] =>
  disclosures.map((disclosure) => digestOf(asSegment(disclosure)));

/** Claims of no card, in objects and in arrays, disclosed inside disclosures. */
function foreignChanges(): CardChanges {
  const shown = plainDisclosures.slice(0, 3);
  const street = JSON.stringify([salt, 'street', 'Złota 1']).replaceAll(',', ' ,\n');
  const address = claim('address', { _sd: digestsOf([street]), city: 'Łódź' });
  const degree = [salt, { degree: 'mgr' }];
  const [degreeDigest] = digestsOf([degree]);
  return {
    disclosures: [street, address, degree, ...shown],
    digests: digestsOf([address, ...shown]),
    header: { x5t: salt, jwk: { kty: 'EC' } },
    payload: { nationalities: [{ '...': degreeDigest }, 'PL'], jti: 'urn:x:1', extra: null },
  };
}

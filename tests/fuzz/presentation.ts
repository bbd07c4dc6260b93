/**
 * A presentation taken apart into the JSON texts of its segments, so that each can be mutated as
 * JSON, and put together again with the old signatures or with new ones. Texts are kept to the letter:
 * what was taken apart and not changed gives the same characters.
 */
import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { PrivateJwk } from '../../src/base/jws.ts';

/** A JWS in its parts: JSON texts, and the signature as its Base64url segment. */
export interface SignedTexts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
}

/** An SD-JWT+KB in its parts; disclosures are JSON texts. */
export interface Presentation {
  readonly issued: SignedTexts;
  readonly disclosures: readonly string[];
  readonly binding: SignedTexts | null;
}

export const toBase64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const fromBase64url = (segment: string): Buffer => Buffer.from(segment, 'base64url');
const encodeText = (text: string): string => Buffer.from(text).toString('base64url');
const decodeText = (segment: string): string => fromBase64url(segment).toString();

/** Takes an SD-JWT(+KB) apart. */
export function takeApart(sdJwt: string): Presentation {
  const segments = sdJwt.split('~');
  const binding = segments.at(-1) ?? '';
  return {
    issued: takeJwsApart(segments[0] ?? ''),
    disclosures: segments.slice(1, -1).map(decodeText),
    binding: binding === '' ? null : takeJwsApart(binding),
  };
}

function takeJwsApart(compact: string): SignedTexts {
  const [header = '', payload = '', signature = ''] = compact.split('.');
  return { header: decodeText(header), payload: decodeText(payload), signature };
}

const signedInput = ({ header, payload }: SignedTexts): string =>
  `${encodeText(header)}.${encodeText(payload)}`;

const putJwsTogether = (texts: SignedTexts): string => `${signedInput(texts)}.${texts.signature}`;

/** Puts the parts together as they are. */
export const putTogether = ({ issued, disclosures, binding }: Presentation): string =>
  [
    putJwsTogether(issued),
    ...disclosures.map(encodeText),
    binding ? putJwsTogether(binding) : '',
  ].join('~');

/** Both keys of a card, ready to sign. */
export interface SigningKeys {
  readonly issuer: KeyObject;
  readonly holder: KeyObject;
}

export const readSigningKey = (key: PrivateJwk): KeyObject =>
  createPrivateKey({ key: { ...key }, format: 'jwk' });

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

function signAnew(texts: SignedTexts, key: KeyObject): SignedTexts {
  const options = { key, dsaEncoding: 'ieee-p1363' as const };
  const signature = sign('sha256', Buffer.from(signedInput(texts)), options);
  return { ...texts, signature: toBase64url(signature) };
}

/**
 * Signs a mutant as issuer and holder would. Digests and `sd_hash` follow what they stood for in
 * the presentation that was mutated: otherwise hardly any mutant would get past them.
 */
export function resign(mutant: Presentation, before: Presentation, keys: SigningKeys): string {
  let { payload } = mutant.issued;
  for (const [index, disclosure] of mutant.disclosures.entries()) {
    const old = before.disclosures[index];
    if (old !== undefined && old !== disclosure)
      payload = payload.replaceAll(hash(encodeText(old)), hash(encodeText(disclosure)));
  }
  const issued = signAnew({ ...mutant.issued, payload }, keys.issuer);
  const sdJwt = putTogether({ ...mutant, issued, binding: null });
  if (!mutant.binding) return sdJwt;
  const oldHash = hash(putTogether({ ...before, binding: null }));
  const bound = mutant.binding.payload.replaceAll(oldHash, hash(sdJwt));
  return sdJwt + putJwsTogether(signAnew({ ...mutant.binding, payload: bound }, keys.holder));
}

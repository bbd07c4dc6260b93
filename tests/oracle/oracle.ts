/**
 * The other implementation: @sd-jwt/core with Node's own cryptography, so that it shares nothing with
 * ours but the standard. Never imported from src.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { SDJwtInstance } from '@sd-jwt/core';

/** A P-256 key as JWK, public or private. */
export type OracleKey = Readonly<Record<string, unknown>>;

export interface OracleKeys {
  readonly issuer: OracleKey;
  /** Signs key bindings; verifying takes the key from `cnf`. */
  readonly holder?: OracleKey;
}

const encoding = 'ieee-p1363' as const;

/** Signs with ES256 (RFC 7518 §3.4). */
export const signEs256 = (input: string | Uint8Array, key: OracleKey): string =>
  sign('sha256', Buffer.from(input as string), {
    key: createPrivateKey({ key: { ...key }, format: 'jwk' }),
    dsaEncoding: encoding,
  }).toString('base64url');

const holdsEs256 = (input: string, signature: string, key: OracleKey | undefined): boolean =>
  key !== undefined &&
  verify(
    'sha256',
    Buffer.from(input),
    { key: createPublicKey({ key: { ...key }, format: 'jwk' }), dsaEncoding: encoding },
    Buffer.from(signature, 'base64url'),
  );

/** The oracle under these keys, as its documentation sets it up. */
export const makeOracle = ({ issuer, holder }: OracleKeys): SDJwtInstance<OracleKey> =>
  new SDJwtInstance({
    hasher: (data, algorithm) =>
      createHash(algorithm.replace('-', ''))
        .update(Buffer.from(data as string))
        .digest(),
    saltGenerator: (length) => randomBytes(length).toString('base64url'),
    signAlg: 'ES256',
    signer: (input) => signEs256(input, issuer),
    verifier: (input, signature) => holdsEs256(input, signature, issuer),
    kbSignAlg: 'ES256',
    ...(holder ? { kbSigner: (input: string) => signEs256(input, holder) } : {}),
    kbVerifier: (input, signature, { cnf }) =>
      holdsEs256(input, signature, cnf?.jwk as OracleKey | undefined),
  });

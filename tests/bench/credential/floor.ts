/**
 * The floor under a check: the cryptography that no verifier can leave out, and nothing else. The
 * holder's key is new with every card and has to be imported; the issuer's is at hand. Messages and
 * signatures are those of the real codes, taken apart beforehand.
 */
import { type Bytes, decodeBase64url, encodeUtf8 } from '../../../src/base/bytes.ts';
import { readCompactJws } from '../../../src/base/jws.ts';
import type { PublicJwk } from '../../../src/base/public-key.ts';
import { splitSdJwt } from '../../../src/credential/sd-jwt.ts';
import { expectValue } from '../expect-value.ts';

interface Signed {
  readonly message: Bytes;
  readonly signature: Bytes;
}

/** What one code asks of the platform's cryptography. */
export interface Floor {
  readonly holderKey: PublicJwk;
  readonly issued: Signed;
  readonly held: Signed;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Imports a P-256 key for verifying. */
export const importKey = (key: PublicJwk): Promise<CryptoKey> =>
  crypto.subtle.importKey('jwk', { ...key }, curve, false, ['verify']);

/** Takes a presentation apart. */
export function prepareFloor(sdJwt: string): Floor {
  const parts = splitSdJwt(sdJwt);
  if (!parts?.keyBindingJwt) throw new Error('no key binding');
  const { payload } = expectValue(readCompactJws(parts.issuerJwt), 'issuer JWT');
  const { cnf } = payload as { readonly cnf?: { readonly jwk?: PublicJwk } };
  if (!cnf?.jwk) throw new Error('no holder key');
  const { kty, crv, x, y } = cnf.jwk;
  return {
    holderKey: { kty, crv, x, y },
    issued: takeSigned(parts.issuerJwt),
    held: takeSigned(parts.keyBindingJwt),
  };
}

/** One key and two signatures, one after another. Throws when a signature does not hold. */
export async function runFloor(floor: Floor, issuerKey: CryptoKey): Promise<void> {
  const { issued, held } = floor;
  const issuedHolds = await crypto.subtle.verify(
    es256,
    issuerKey,
    issued.signature,
    issued.message,
  );
  const holderKey = await importKey(floor.holderKey);
  const heldHolds = await crypto.subtle.verify(es256, holderKey, held.signature, held.message);
  if (!issuedHolds || !heldHolds) throw new Error('a signature does not hold');
}

function takeSigned(compact: string): Signed {
  const end = compact.lastIndexOf('.');
  const signature = decodeBase64url(compact.slice(end + 1));
  if (!signature) throw new Error('no signature');
  return { message: encodeUtf8(compact.slice(0, end)), signature };
}

/**
 * The holder's side (RFC 9901 §7.2): chooses disclosures and signs a key binding that is live for
 * seconds. Packing the result into a QR is pack.ts's business.
 */
import { encodeBase64url } from '../base/bytes.ts';
import { type PrivateJwk, readCompactJws } from '../base/jws.ts';
import { signCompactJws } from '../base/sign-jws.ts';
import { processDisclosures } from './process-disclosures.ts';
import { digestOf, readDisclosure, splitSdJwt } from './sd-jwt.ts';
import { broadcastAudience, keyBindingType } from './vocabulary.ts';

export interface PresentOptions {
  /** Issuer-signed SD-JWT with all its disclosures. */
  readonly credential: string;
  /** Names of the claims to show. */
  readonly disclose: readonly string[];
  /** null shows the card without key binding, which no verifier may accept. */
  readonly holderKey: CryptoKey | PrivateJwk | null;
  /** Signing time, seconds since 1970. */
  readonly iat: number;
  /** 16 random bytes. */
  readonly nonce: Uint8Array;
}

/** Makes SD-JWT+KB text for broadcast mode. Throws when the credential is no SD-JWT as an issuer gives it. */
export async function present(options: PresentOptions): Promise<string> {
  const parts = splitSdJwt(options.credential);
  const jws = parts && readCompactJws(parts.issuerJwt);
  if (!jws?.ok || parts?.keyBindingJwt !== null) throw new TypeError('not an SD-JWT');
  const shown = parts.disclosures.filter((text) => {
    const name = readDisclosure(text)?.name;
    return typeof name === 'string' && options.disclose.includes(name);
  });
  // §7.2: each of them stands in what the issuer signed, directly or within another.
  if (!processDisclosures(jws.value.payload, shown).ok) throw new TypeError('not an SD-JWT');
  const sdJwt = [parts.issuerJwt, ...shown, ''].join('~');
  if (!options.holderKey) return sdJwt;
  const payload = {
    iat: options.iat,
    aud: broadcastAudience,
    nonce: encodeBase64url(options.nonce),
    sd_hash: digestOf(sdJwt),
  };
  return sdJwt + (await signCompactJws({ typ: keyBindingType }, payload, options.holderKey));
}

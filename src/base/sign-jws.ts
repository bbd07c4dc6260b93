/**
 * Signs JSON (RFC 7515), ES256 alone. The only caller of jose, and apart from verifying, so that a page
 * that only verifies does not load it.
 */
import { CompactSign, GeneralSign } from 'jose';
import { encodeUtf8 } from './bytes.ts';
import type { PrivateJwk } from './jws.ts';
import type { JsonObject } from './strict-json.ts';

/** Signs a payload as compact JWS; `alg` is added. */
export function signCompactJws(
  header: { readonly typ: string; readonly kid?: string },
  payload: JsonObject,
  key: PrivateJwk | CryptoKey,
): Promise<string> {
  const { typ, kid } = header;
  return new CompactSign(encodeUtf8(JSON.stringify(payload)))
    .setProtectedHeader(kid === undefined ? { alg: 'ES256', typ } : { alg: 'ES256', kid, typ })
    .sign(key);
}

/** Signs a payload with several keys as general JWS text. */
export async function signGeneralJws(
  typ: string,
  payload: JsonObject,
  keys: readonly { readonly kid: string; readonly key: PrivateJwk }[],
): Promise<string> {
  const sign = new GeneralSign(encodeUtf8(JSON.stringify(payload)));
  for (const { kid, key } of keys)
    sign.addSignature(key).setProtectedHeader({ alg: 'ES256', kid, typ });
  return JSON.stringify(await sign.sign());
}

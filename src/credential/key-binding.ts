/**
 * The key binding of a live code (RFC 9901 §4.3 and §7.3 step 5, PROTOCOL §2): that the key in the
 * credential signed these very disclosures, and when. That the key is the holder's, only the issuer's
 * signature tells: verify.ts looks at both.
 */
import { decodeBase64url } from '../base/bytes.ts';
import { readCompactJws, verifyCompactJws } from '../base/jws.ts';
import { importPublicJwk, type PublicJwk } from '../base/public-key.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { isInstant } from './card-claims.ts';
import { broadcastAudience, keyBindingType } from './vocabulary.ts';

/** A live code: when it was signed, and its own bounds where it has any (seconds since 1970); its nonce. */
export interface HolderBinding {
  readonly iat: number;
  readonly exp: number | null;
  readonly nbf: number | null;
  readonly nonce: string;
}

/** Seconds in which a code is live: `iat − early ≤ now ≤ iat + late` (PROTOCOL §2). */
export interface LiveWindow {
  readonly early: number;
  readonly late: number;
}

/** The code's own time is off: by `age` seconds, negative when it lies in the future. */
export interface OutsideWindow {
  readonly reason: 'stale-code' | 'code-from-future';
  readonly age: number;
}

export type HolderFailure =
  | 'malformed'
  | 'wrong-type'
  | 'not-holder-bound'
  | 'bad-holder-signature';

const nonceBytes = 16;

/**
 * Verifies a key binding in broadcast mode: always required, whatever the input says. `sdHash` is of
 * everything before it (§4.3.1); a key that could not be read is null.
 */
export async function verifyHolderBinding(
  keyBindingJwt: string | null,
  holderKey: PublicJwk | null,
  sdHash: string,
): Promise<Result<HolderBinding, HolderFailure>> {
  // §7.3 step 2.
  if (keyBindingJwt === null) return fail('not-holder-bound');
  const jws = readCompactJws(keyBindingJwt);
  if (!jws.ok) return jws;
  // §7.3 step 5.1; a key off its curve is no key (RFC 7518 §6.2.1).
  if (!holderKey || !(await importPublicJwk(holderKey))) return fail('malformed');
  // §7.3 steps 5.2 to 5.4.
  const verified = await verifyCompactJws(jws.value, holderKey, keyBindingType);
  if (!verified.ok)
    return fail(verified.failure === 'wrong-type' ? 'wrong-type' : 'bad-holder-signature');
  const { iat, exp, nbf, aud, nonce, sd_hash: signedHash } = verified.value;
  // §4.3: what must be there; RFC 7519 §4.1.4, §4.1.5: what may.
  if (!isInstant(iat) || typeof nonce !== 'string') return fail('malformed');
  if (decodeBase64url(nonce)?.length !== nonceBytes) return fail('malformed');
  if ((exp !== undefined && !isInstant(exp)) || (nbf !== undefined && !isInstant(nbf)))
    return fail('malformed');
  // §7.3 step 5.6: meant for us.
  if (aud !== broadcastAudience) return fail('not-holder-bound');
  // §7.3 step 5.7: for these very disclosures.
  if (signedHash !== sdHash) return fail('bad-holder-signature');
  return ok({ iat, exp: exp ?? null, nbf: nbf ?? null, nonce });
}

/** Checks that a code is live at `now` (seconds since 1970; §7.3 steps 5.5 and 5.8, PROTOCOL §2). */
export function checkLiveWindow(
  { iat, exp, nbf }: HolderBinding,
  now: number,
  live: LiveWindow,
): Result<null, OutsideWindow> {
  const age = now - iat;
  const outside = (reason: OutsideWindow['reason']): Result<null, OutsideWindow> =>
    fail({ reason, age: Math.floor(age) });
  if (age > live.late || (exp !== null && now >= exp)) return outside('stale-code');
  if (age < -live.early || (nbf !== null && now < nbf - live.early))
    return outside('code-from-future');
  return ok(null);
}

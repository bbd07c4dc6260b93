/**
 * One signed file of the feed: read, its key found by `kid` among those of its role, verified under
 * its exact `typ`. What the payload says is for each kind's own module.
 */
import { readCompactJws, verifyCompactJws } from '../base/jws.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { keyOfRole, type RoleName, type Root } from './root.ts';

export type SignedFileFailure = 'feed-malformed' | 'feed-bad-signature' | 'feed-wrong-type';

/** A file's payload, and `x` of the key that signed it. */
export interface SignedPayload {
  readonly payload: JsonObject;
  readonly signer: string;
}

/** The payload of a file that one role of the root signed (TUF §5.4.2, §5.5.3, §5.6.3). */
export async function openSignedFile(
  text: string,
  root: Root,
  role: RoleName,
  typ: string,
): Promise<Result<SignedPayload, SignedFileFailure>> {
  const jws = readCompactJws(text);
  if (!jws.ok) return fail('feed-malformed');
  const key = keyOfRole(root, role, jws.value.header.kid);
  if (!key) return fail('feed-bad-signature');
  const verified = await verifyCompactJws(jws.value, key, typ);
  if (verified.ok) return ok({ payload: verified.value, signer: key.x });
  return fail(verified.failure === 'wrong-type' ? 'feed-wrong-type' : 'feed-bad-signature');
}

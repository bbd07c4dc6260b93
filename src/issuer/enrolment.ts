/**
 * Making enrolments: what an operator wants set, signed by the root's enrolment role. Only what a device
 * would read is signed. The key lies in the world's `keys/`, where it should be on no other day.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { type EnrolmentFailure, enrolmentType, openEnrolment } from '../trust/enrolment.ts';
import { newestRoot, signerOf } from './roots.ts';
import { signFile } from './sign-lists.ts';

/** Signs what is to be set; `iat` and `exp` (seconds since 1970) are added. Gives the JWS. */
export async function makeEnrolment(
  directory: string,
  set: JsonObject,
  iat: number,
  exp: number,
): Promise<Result<string, EnrolmentFailure>> {
  const root = await newestRoot(directory);
  const signer = await signerOf(directory, root, 'enrolment');
  const jws = await signFile({ iat, exp, ...set }, enrolmentType, signer);
  const opened = await openEnrolment(jws, { root, now: iat, floor: null });
  return opened.ok ? ok(jws) : fail(opened.failure);
}

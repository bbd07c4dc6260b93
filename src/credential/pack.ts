/**
 * From SD-JWT or SD-JWT+KB text to QR text (PROTOCOL §3). The inverse of unpack.ts.
 */
import { encode as encodeBase45 } from '@digitalbazaar/base45';
import { deflateSync } from 'fflate';
import { concatBytes, fromBinary } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { isPackable, longestInflated, longestSdJwt, longestText, textPrefix } from './container.ts';
import { dictionary, dictionaryVersion } from './dictionary.ts';
import { writeLength } from './length.ts';
import { writeSkeleton } from './write-skeleton.ts';

export type PackFailure = 'not-an-sd-jwt' | 'too-large';

/** Packs SD-JWT(+KB) text into QR text of at most 1,853 characters. */
export function pack(sdJwt: string): Result<string, PackFailure> {
  if (sdJwt.length > longestSdJwt) return fail('too-large');
  if (!isPackable(sdJwt)) return fail('not-an-sd-jwt');
  const skeleton = writeSkeleton(sdJwt);
  if (skeleton.text.length + skeleton.raw.length > longestInflated) return fail('too-large');
  const deflated = deflateSync(fromBinary(skeleton.text), { level: 9, mem: 4, dictionary });
  const container = concatBytes(
    Uint8Array.of(dictionaryVersion, ...writeLength(deflated.length)),
    deflated,
    fromBinary(skeleton.raw),
  );
  const text = textPrefix + encodeBase45(container);
  return text.length > longestText ? fail('too-large') : ok(text);
}

/**
 * Mutators of both signatures of a presentation: other numbers, other lengths, other forms. One of them is
 * no forgery: (r, n − s) holds wherever (r, s) does.
 */
import type { PresentationMutator } from './mutate-presentation.ts';
import { fromBase64url, type SignedTexts, toBase64url } from './presentation.ts';
import type { RandomSource } from './random-source.ts';

/** The order of P-256's base point (SEC 2 §2.4.2). */
const groupOrder = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

const onSignature =
  (mutate: (signature: Buffer, random: RandomSource) => Uint8Array): PresentationMutator =>
  (parts, random) => {
    const alter = (jws: SignedTexts): SignedTexts => ({
      ...jws,
      signature: toBase64url(mutate(fromBase64url(jws.signature), random)),
    });
    return parts.binding && random.onceIn(2)
      ? { ...parts, binding: alter(parts.binding) }
      : { ...parts, issued: alter(parts.issued) };
  };

/** The twin of an ECDSA signature that holds wherever it holds: (r, n − s). */
export function twinOf(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex') || '0'}`);
  const twin = ((groupOrder - s) & (2n ** 256n - 1n)).toString(16).padStart(64, '0');
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(twin, 'hex')]);
}

/** ASN.1 of both numbers (SEC 1 §C.5), as other libraries write signatures. */
function derOf(signature: Uint8Array): Uint8Array {
  const numbers = [signature.subarray(0, 32), signature.subarray(32)].flatMap((number) => [
    0x02,
    number.length + 1,
    0,
    ...number,
  ]);
  return Uint8Array.from([0x30, numbers.length, ...numbers]);
}

export const signatureMutators: Readonly<Record<string, PresentationMutator>> = {
  'flip a signature’s bit': onSignature((signature, random) => {
    const at = random.below(signature.length);
    return signature.map((byte, index) => (index === at ? byte ^ (1 << random.below(8)) : byte));
  }),
  'r and s exchanged': onSignature((signature) =>
    Buffer.concat([signature.subarray(32), signature.subarray(0, 32)]),
  ),
  'a signature of zeros': onSignature((signature, random) => {
    const start = random.pick([0, 32]);
    signature.subarray(start, start + random.pick([32, 64])).fill(0);
    return signature;
  }),
  'n − s': onSignature(twinOf),
  'r + n': onSignature((signature) => {
    const r = BigInt(`0x${signature.subarray(0, 32).toString('hex') || '0'}`) + groupOrder;
    const hex = r.toString(16).padStart(66, '0').slice(-66);
    return Buffer.concat([Buffer.from(hex, 'hex'), signature.subarray(32)]);
  }),
  'a signature of another length': onSignature((signature, random) =>
    random.onceIn(2)
      ? signature.subarray(0, random.below(signature.length))
      : Buffer.concat([signature, random.bytes(random.pick([1, 32, 64]))]),
  ),
  'a signature in DER': onSignature(derOf),
};

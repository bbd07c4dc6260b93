/**
 * What must hold of the verdict on any input, by words of PROTOCOL §4 and §6 and without check.ts: it is of one piece, it says nothing of a person before signatures held, and it accepts nothing
 * that was not signed. Gives the first rule that is broken, in words, or null.
 */
import { decode as decodeBase45, encode as encodeBase45 } from '@digitalbazaar/base45';
import { unpack } from '../../src/credential/unpack.ts';
import { kindOfReason } from '../../src/verdict/reasons.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { shownAt } from '../fixtures/hand-made-card.ts';
import { skeletonBytes } from '../fixtures/skeleton-bytes.ts';
import { twinOf } from './mutate-signature.ts';
import type { Original } from './originals.ts';
import { fromBase64url, takeApart, toBase64url } from './presentation.ts';
import { readStreams } from './streams.ts';

const afterSignatures: ReadonlySet<string> = new Set([
  ...['valid', 'not-yet-valid', 'expired', 'key-not-in-force'],
  ...['revoked', 'suspended', 'status-unknown'],
]);
const kinds = ['accepted', 'rejected', 'undecided', 'unreadable'];

/** Rules of every verdict, whoever signed what. */
export function breaksForm(verdict: Verdict): string | null {
  const { kind, reason, reasons, person } = verdict;
  if (!kinds.includes(kind)) return `kind is ${kind}`;
  if (kindOfReason[reason] !== kind) return `${reason} is not ${kind}`;
  if (!reasons.includes(reason)) return `${reason} is not among its reasons`;
  if ((kind === 'accepted') !== (reason === 'valid')) return `accepted as ${reason}`;
  if (kind === 'accepted' && reasons.length > 1) return `accepted with ${reasons.join()}`;
  if ((person !== null) !== afterSignatures.has(reason)) return `a person, or none, at ${reason}`;
  const { age, school, vct, dateOfExpiry, validUntil, credential, entitlements } = verdict;
  const described = [age, school, vct, dateOfExpiry, validUntil, credential];
  if (person === null && described.some((value) => value !== null)) return `tells at ${reason}`;
  const entitled = verdict.entitlement !== null || Object.keys(entitlements).length > 0;
  return entitled !== (kind === 'accepted') ? `entitlement at ${reason}` : null;
}

/** Everything that was signed, once each: `header.payload` of both JWTs and the disclosures. */
const withoutSignatures = (sdJwt: string): string =>
  sdJwt.replace(/\.[\w-]*(?=~)/, '.').replace(/\.[\w-]*$/, '.');

/** Tells whether a text is an original: to the letter, but for the twins of its signatures. */
export class Genuine {
  readonly #originals: ReadonlyMap<string, readonly string[]>;

  constructor(originals: readonly Original[]) {
    this.#originals = new Map(
      originals.map(({ sdJwt, parts }) => [
        withoutSignatures(sdJwt),
        [parts.issued.signature, parts.binding?.signature ?? ''],
      ]),
    );
  }

  includes(sdJwt: string): boolean {
    const signatures = this.#originals.get(withoutSignatures(sdJwt));
    const { issued, binding } = takeApart(sdJwt);
    return [issued.signature, binding?.signature].every((signature, index) => {
      const original = signatures?.[index];
      if (original === undefined || signature === undefined) return false;
      return signature === original || signature === toBase64url(twinOf(fromBase64url(original)));
    });
  }
}

/** Rule of mutants that nobody signed: only what was signed gets past both signatures. */
export function breaksTrust(text: string, verdict: Verdict, genuine: Genuine): string | null {
  if (verdict.kind !== 'accepted' && verdict.person === null) return null;
  const unpacked = unpack(text);
  return unpacked.ok && genuine.includes(unpacked.value) ? null : `${verdict.reason} for a mutant`;
}

/** Rule of codes that unpack: theirs is the one form of what they say (§3). */
export function breaksOneForm(text: string, verdict: Verdict): string | null {
  if (verdict.kind === 'unreadable' || verdict.reason === 'newer-format') return null;
  const unpacked = unpack(text);
  if (!unpacked.ok) return `does not unpack, yet ${verdict.reason}`;
  if (`MLEG1:${encodeBase45(decodeBase45(text.slice(6)))}` !== text) return 'another Base45 form';
  const [only, found] = [skeletonBytes(unpacked.value), readStreams(text)];
  if (found === null) return null;
  const isSame =
    Buffer.from(only.text).equals(found.text) && Buffer.from(only.raw).equals(found.raw);
  return isSame ? null : 'another form of the same text';
}

type Claims = Record<string, unknown>;
const isRecent = (iat: unknown): boolean =>
  typeof iat === 'number' && iat - 10 <= shownAt && shownAt <= iat + 30;

/** Rules of mutants that issuer and holder signed: an accepted one still says what §1 and §2 ask for. */
export function breaksProfile(text: string, verdict: Verdict): string | null {
  if (verdict.kind !== 'accepted') return null;
  const unpacked = unpack(text);
  if (!unpacked.ok) return 'accepted, but does not unpack';
  const { issued, binding } = takeApart(unpacked.value);
  const [header, claims, boundHeader, bound] = [
    issued.header,
    issued.payload,
    binding?.header ?? '{}',
    binding?.payload ?? '{}',
  ].map((json) => JSON.parse(json) as Claims) as [Claims, Claims, Claims, Claims];
  if (header['typ'] !== 'dc+sd-jwt' || header['alg'] !== 'ES256' || 'crit' in header)
    return 'header';
  if (boundHeader['typ'] !== 'kb+jwt' || boundHeader['alg'] !== 'ES256' || 'crit' in boundHeader)
    return 'key binding header';
  if (bound['aud'] !== 'urn:mlegitymacja:verify:1') return 'aud';
  if (!isRecent(bound['iat'])) return 'iat of the key binding';
  if (claims['iss'] !== 'https://legitymacje.akademia-okazowa.example') return 'iss';
  if (!/^urn:mlegitymacja:(?:student|pupil):1$/.test(String(claims['vct']))) return 'vct';
  if ((claims['school'] as Claims)['id'] !== 'OKAZ-1') return 'school';
  const [exp, nbf] = [claims['exp'] as number, claims['nbf'] as number];
  const printedEnd = Date.parse(String(claims['date_of_expiry'])) / 1000;
  if (!(exp >= printedEnd + 180 * 86_400)) return 'exp';
  return nbf <= shownAt && shownAt < exp && shownAt < printedEnd + 86_400 ? null : 'dates';
}

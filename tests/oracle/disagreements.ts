/**
 * Where our verifier and @sd-jwt/core 0.19 are known to differ, and why: each kind a predicate on the
 * input alone. A difference of no kind here is a bug in one of them, and fails the differential test.
 */
import { isUtf8 } from 'node:buffer';
import { broadcastAudience, neverDisclosed } from '../../src/credential/vocabulary.ts';
import { type Anatomy, nestingOf, writesMemberTwice } from './anatomy.ts';

export interface Disagreement {
  readonly says: 'ours refuses' | 'the oracle refuses' | 'read differently';
  readonly why: string;
  readonly applies: (input: Anatomy, nonce: string | null) => boolean;
}

const hostile = ['__proto__', 'constructor', 'prototype'];
const isText = (value: unknown): value is string => typeof value === 'string';
const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const standsTwice = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
const headersOf = ({ header, binding }: Anatomy) => (binding ? [header, binding.header] : [header]);
const hasHiddenParts = (value: unknown): boolean =>
  /"(?:_sd|\.\.\.)":/.test(JSON.stringify(value) ?? '');

const timesOf = ({ iat, exp, nbf }: Readonly<Record<string, unknown>> = {}): readonly unknown[] =>
  [iat, exp, nbf].filter((time) => time !== undefined);

/** Claims that come from disclosures, by the object that they come to stand in. */
const namesPutInto = ({ sent }: Anatomy, { _sd }: Readonly<Record<string, unknown>>) =>
  [...new Map(sent.map((one) => [one.digest, one])).values()]
    .filter(({ digest }) => asArray(_sd).includes(digest))
    .map(({ json }) => asArray(json)[1])
    .filter(isText);

const disclosedNames = ({ sent }: Anatomy): readonly unknown[] =>
  sent.filter(({ inObject }) => inObject).map(({ json }) => asArray(json)[1]);

export const disagreements = {
  'no ~': {
    says: 'ours refuses',
    why: '§4: the issuer’s JWT is followed by ~ even without disclosures; the oracle takes a plain JWT.',
    applies: ({ text }) => !text.includes('~'),
  },
  'Base64url that is not canonical': {
    says: 'ours refuses',
    why: 'RFC 7515 §2: no padding, no other characters; one text for one byte string. The oracle drops what it does not know.',
    applies: ({ text }) =>
      text
        .split(/[.~]/)
        .some((segment) => Buffer.from(segment, 'base64url').toString('base64url') !== segment),
  },
  'bytes that are no UTF-8': {
    says: 'ours refuses',
    why: 'RFC 8259 §8.1: JSON is UTF-8; the oracle puts a replacement character there.',
    applies: ({ documents }) =>
      documents.some(({ bytes, json }) => json !== undefined && !isUtf8(bytes)),
  },
  'another typ': {
    says: 'ours refuses',
    why: '§9.11, SD-JWT VC §2.2.1: explicit typing to the letter; the oracle leaves `typ` to its caller.',
    applies: ({ header }) => header.typ !== 'dc+sd-jwt',
  },
  'another alg': {
    says: 'ours refuses',
    why: '§7.1 step 2.1, §7.3 step 5.2: the algorithm is checked, none is none; the oracle leaves `alg` to its caller.',
    applies: (input) => headersOf(input).some(({ alg }) => alg !== 'ES256'),
  },
  crit: {
    says: 'ours refuses',
    why: 'RFC 7515 §4.1.11: what is critical and not understood is refused; the oracle does not look.',
    applies: (input) => headersOf(input).some((header) => 'crit' in header),
  },
  'a member that stands twice': {
    says: 'ours refuses',
    why: 'RFC 8725 §2.4, RFC 7515 §4: two parsers may read two things; the oracle takes the last.',
    applies: ({ documents }) =>
      documents.some(({ source, json }) => json !== undefined && writesMemberTwice(source)),
  },
  'a name that JavaScript treats specially': {
    says: 'ours refuses',
    why: 'No rule of the RFC, but of our protocol (§6): such names pollute prototypes; the oracle drops or keeps them.',
    applies: (input) =>
      [...input.objects, ...input.elements].some((object) =>
        Object.keys(object).some((name) => hostile.includes(name)),
      ) || disclosedNames(input).some((name) => isText(name) && hostile.includes(name)),
  },
  'another hash': {
    says: 'ours refuses',
    why: '§4.1.1: sha-256 is the one that all know and the only one of this profile; the oracle hashes with whatever it is given, and takes a name that is no text for sha-256.',
    applies: ({ payload }) => '_sd_alg' in payload && payload._sd_alg !== 'sha-256',
  },
  '_sd_alg below the top': {
    says: 'ours refuses',
    why: '§4.1.1: at the top level only; the oracle keeps it as a claim.',
    applies: (input) =>
      input.objects.some((object) => object !== input.payload && '_sd_alg' in object) ||
      disclosedNames(input).includes('_sd_alg'),
  },
  '... as a claim': {
    says: 'ours refuses',
    why: '§4.1: `...` only conveys digests of array elements; the oracle keeps it as a claim.',
    applies: ({ objects }) => objects.some((object) => '...' in object),
  },
  '_sd that is no array': {
    says: 'ours refuses',
    why: '§4.2.4.1: `_sd` refers to an array of strings; the oracle drops text and null in silence.',
    applies: ({ objects }) => objects.some(({ _sd }) => _sd !== undefined && !Array.isArray(_sd)),
  },
  'a digest that is no text': {
    says: 'ours refuses',
    why: '§4.2.4.1, §4.2.4.2: digests are strings; the oracle finds no disclosure for others and drops or keeps them.',
    applies: ({ digests }) => digests.some((digest) => !isText(digest)),
  },
  'an element digest with company': {
    says: 'ours refuses',
    why: '§4.2.4.2: there MUST NOT be other keys beside `...`; the oracle does not mind.',
    applies: ({ elements }) => elements.some((element) => Object.keys(element).length > 1),
  },
  'a digest that stands twice': {
    says: 'ours refuses',
    why: '§7.1 step 4: a digest met twice MUST be rejected; the oracle puts the claim there twice.',
    applies: ({ digests }) => standsTwice(digests.filter(isText)),
  },
  'a disclosure sent twice': {
    says: 'ours refuses',
    why: '§7.1 step 5 with step 4: the second one is referenced by no digest of its own; the oracle takes the last.',
    applies: ({ sent }) => standsTwice(sent.map(({ text }) => text)),
  },
  'a disclosure that nothing refers to': {
    says: 'ours refuses',
    why: '§7.1 step 5: it MUST be rejected; the oracle ignores it.',
    applies: ({ sent }) => sent.some(({ inObject, inArray }) => !inObject && !inArray),
  },
  'a disclosure that is no array': {
    says: 'ours refuses',
    why: '§4.2.1, §4.2.2: a disclosure is a JSON array; the oracle takes text of two or three characters, and what else says it has such a length.',
    applies: ({ sent }) => sent.some(({ json }) => !Array.isArray(json)),
  },
  'a disclosure of another length': {
    says: 'ours refuses',
    why: '§7.1 steps 3.3.2.1 and 3.3.3.1: three elements for a claim, two in an array; the oracle takes either in both places.',
    applies: ({ sent }) =>
      sent.some(
        ({ json, inObject, inArray }) =>
          Array.isArray(json) &&
          ((inObject && json.length !== 3) || (inArray && json.length !== 2)),
      ),
  },
  'a salt that is no text': {
    says: 'ours refuses',
    why: '§4.2.1: the salt is a string; the oracle never looks at it.',
    applies: ({ sent }) => sent.some(({ json }) => Array.isArray(json) && !isText(json[0])),
  },
  'a name that is no text': {
    says: 'ours refuses',
    why: '§4.2.1: the claim name is a string; the oracle makes one of what it gets, or drops the claim.',
    applies: ({ sent }) =>
      sent.some(
        ({ json, inObject }) =>
          inObject && Array.isArray(json) && json.length === 3 && !isText(json[1]),
      ),
  },
  'a claim named _sd or ...': {
    says: 'ours refuses',
    why: '§7.1 step 3.3.2.2: it MUST be rejected; the oracle puts the claim in place.',
    applies: (input) => disclosedNames(input).some((name) => name === '_sd' || name === '...'),
  },
  'a name that is there already': {
    says: 'ours refuses',
    why: '§7.1 step 3.3.2.3: it MUST be rejected; the oracle lets the disclosure win.',
    applies: (input) =>
      input.objects.some((object) => {
        const { _sd, ...visible } = object;
        return standsTwice([...Object.keys(visible), ...namesPutInto(input, object)]);
      }),
  },
  'a claim that must be visible': {
    says: 'ours refuses',
    why: 'SD-JWT VC §2.2.2.3: cnf, iss, status and their like are never disclosed, nor any part of them; the oracle verifies RFC 9901 alone.',
    applies: (input) =>
      namesPutInto(input, input.payload).some((name) => neverDisclosed.has(name)) ||
      Object.entries(input.payload).some(
        ([name, value]) => neverDisclosed.has(name) && hasHiddenParts(value),
      ),
  },
  'more than any card needs': {
    says: 'ours refuses',
    why: 'A limit of ours, not of the RFC: 64 disclosures, eight levels.',
    applies: ({ sent, payload }) =>
      sent.length > 64 ||
      nestingOf(payload) > 9 ||
      sent.some(({ json }) => asArray(json).some((part) => nestingOf(part) > 9)),
  },
  'another audience': {
    says: 'ours refuses',
    why: '§7.3 step 5.6: `aud` says for whom it was made; the oracle asks only that there is one.',
    applies: ({ binding }) => binding !== null && binding.payload.aud !== broadcastAudience,
  },
  'a time that is none': {
    says: 'ours refuses',
    why: 'RFC 7519 §2: times are numbers, and here from 1970 to 9999; the oracle asks only that there is an `iat`.',
    applies: ({ binding }) =>
      timesOf(binding?.payload).some(
        (time) => typeof time !== 'number' || time < 0 || time >= 253_402_300_800,
      ),
  },
  'a nonce that nobody asked for': {
    says: 'the oracle refuses',
    why: '§7.3 step 5.6, from which our broadcast mode departs as PROTOCOL §2 tells: the nonce is the holder’s own.',
    applies: ({ binding }, nonce) => nonce !== null && binding?.payload.nonce !== nonce,
  },
  'the time 0': {
    says: 'the oracle refuses',
    why: '§4.3: 1970 is a time; the oracle takes 0 for none. Our live window refuses it later.',
    applies: ({ binding }) => binding?.payload.iat === 0,
  },
  'a claim without a name': {
    says: 'read differently',
    why: '§4.2.1: an empty string is a name; the oracle drops the claim.',
    applies: (input) => disclosedNames(input).includes(''),
  },
  'an empty digest': {
    says: 'read differently',
    why: '§7.1 step 3.4: an element whose digest is not found is removed; the oracle keeps one whose digest is the empty string.',
    applies: ({ elements }) => elements.some((element) => element['...'] === ''),
  },
  'a digest named as a member of every object': {
    says: 'read differently',
    why: '§7.1 step 3.4: it belongs to no disclosure; the oracle finds Object.prototype’s and puts an empty element there.',
    applies: ({ elements }) =>
      elements.some(({ '...': digest }) => isText(digest) && digest in Object.prototype),
  },
} satisfies Record<string, Disagreement>;

export type Kind = keyof typeof disagreements;
export const kinds = Object.keys(disagreements) as readonly Kind[];

/** The kinds that apply to an input. */
export const kindsOf = (input: Anatomy, nonce: string | null): readonly Kind[] =>
  kinds.filter((kind) => (disagreements[kind] as Disagreement).applies(input, nonce));

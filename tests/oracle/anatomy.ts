/**
 * What lies in an SD-JWT's text, read as leniently as can be and without a line of ours: the ground on
 * which disagreements.ts tells why two verifiers differ. Judges nothing.
 */
import { createHash } from 'node:crypto';

type Members = Readonly<Record<string, unknown>>;

/** A disclosure that was sent along. */
export interface Sent {
  readonly text: string;
  readonly digest: string;
  /** undefined where it is no JSON. */
  readonly json: unknown;
  /** Where its digest stands: in an `_sd`, in an array, both or nowhere. */
  readonly inObject: boolean;
  readonly inArray: boolean;
}

/** A JSON text, and what it means: undefined where it is no JSON. */
export interface Document {
  readonly bytes: Uint8Array;
  readonly source: string;
  readonly json: unknown;
}

export interface Anatomy {
  readonly text: string;
  readonly header: Members;
  readonly payload: Members;
  readonly binding: { readonly header: Members; readonly payload: Members } | null;
  readonly sent: readonly Sent[];
  /** Every object in payload and disclosures; those that are elements of arrays apart. */
  readonly objects: readonly Members[];
  readonly elements: readonly Members[];
  /** Whatever stands where a digest belongs. */
  readonly digests: readonly unknown[];
  /** Every JSON text in it, with what it means. */
  readonly documents: readonly Document[];
}

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asMembers = (value: unknown): Members => (isMembers(value) ? value : {});

function readDocument(segment: string): Document {
  const bytes = Buffer.from(segment.replaceAll(/[^\w-]/g, ''), 'base64url');
  const source = bytes.toString();
  try {
    return { bytes, source, json: JSON.parse(source) };
  } catch {
    return { bytes, source, json: undefined };
  }
}

/** Takes a text apart. */
export function dissect(text: string): Anatomy {
  const [issuerJwt = '', ...rest] = text.split('~');
  const bindingJwt = rest.pop() ?? '';
  const [header, payload] = issuerJwt.split('.').slice(0, 2).map(readDocument);
  const [bindingHeader, bindingPayload] = bindingJwt.split('.').slice(0, 2).map(readDocument);
  const disclosures = rest.map(readDocument);

  const objects: Members[] = [];
  const elements: Members[] = [];
  const visit = (value: unknown, isElement: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, true);
    if (!isMembers(value)) return;
    (isElement && '...' in value ? elements : objects).push(value);
    for (const member of Object.values(value)) visit(member, false);
  };
  visit(payload?.json, false);
  for (const { json } of disclosures)
    if (Array.isArray(json)) for (const one of json.slice(1)) visit(one, false);

  const inObjects = objects.flatMap(({ _sd }) => (Array.isArray(_sd) ? (_sd as unknown[]) : []));
  const inArrays = elements.map((element) => element['...']);
  const algorithm = asMembers(payload?.json)._sd_alg === 'sha-512' ? 'sha512' : 'sha256';
  const sent = rest.map((disclosure, index): Sent => {
    const digest = createHash(algorithm).update(disclosure).digest('base64url');
    return {
      text: disclosure,
      digest,
      json: disclosures[index]?.json,
      inObject: inObjects.includes(digest),
      inArray: inArrays.includes(digest),
    };
  });
  const documents = [header, payload, ...disclosures, bindingHeader, bindingPayload];
  return {
    text,
    header: asMembers(header?.json),
    payload: asMembers(payload?.json),
    binding: bindingPayload
      ? { header: asMembers(bindingHeader?.json), payload: asMembers(bindingPayload.json) }
      : null,
    sent,
    objects,
    elements,
    digests: [...inObjects, ...inArrays],
    documents: documents.filter((document) => document !== undefined),
  };
}

/** How deep arrays and objects lie in each other. */
export const nestingOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(nestingOf))
    : 0;

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** Whether a JSON text writes a member of one name twice in one object: a name is what precedes a colon. */
export function writesMemberTwice(source: string): boolean {
  const open: Set<unknown>[] = [];
  let before = '';
  for (const [token] of source.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const name: unknown = JSON.parse(before);
      if (open.at(-1)?.has(name)) return true;
      open.at(-1)?.add(name);
    }
    before = token;
  }
  return false;
}

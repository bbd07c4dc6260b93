/**
 * Makes the text that a plan describes: from the innermost disclosure outwards, with each fault at its
 * place, and signatures, digests and `sd_hash` over whatever came of it.
 */
import { createHash } from 'node:crypto';
import { broadcastAudience } from '../../src/credential/vocabulary.ts';
import type { Fault, JwtDraft, Scene } from './fault.ts';
import { faults } from './faults.ts';
import { type OracleKey, signEs256 } from './oracle.ts';
import type { ArrayNode, Node, ObjectNode, Plan } from './sd-jwt-plan.ts';
import { asSegment, asWritten, type Member, objectOf, type Written } from './written-json.ts';

export interface PlanKeys {
  readonly issuer: OracleKey;
  readonly holder: OracleKey;
  readonly another: OracleKey;
  /** The holder's public key as it stands in `cnf`. */
  readonly cnf: OracleKey;
}

/** A text, and the nonce its verifier expects: null where it asks for no key binding. */
export interface Question {
  readonly text: string;
  readonly nonce: string | null;
}

/** The verifier's nonce: 16 bytes. */
export const askedNonce = 'BwcHBwcHBwcHBwcHBwcHBw';

/** Makes the text that a plan describes, signed and hashed around its faults. */
export const makeQuestion = (plan: Plan, keys: PlanKeys): Question => ({
  text: new Maker(plan, keys).make(),
  nonce: plan.bound ? askedNonce : null,
});

class Maker {
  readonly #plan: Plan;
  readonly #keys: PlanKeys;
  readonly #sent: string[] = [];
  readonly #placed: string[] = [];
  readonly #visits = { disclosure: 0, object: 0, array: 0 };
  readonly #sites: Record<'disclosure' | 'object' | 'array', number>;
  #serial = 0;
  readonly #scene: Scene = {
    disclose: (name, value) => this.#send([this.#salt(), name, value]),
    placed: () => this.#placed[0] ?? 'decoy of nobody',
  };

  constructor(plan: Plan, keys: PlanKeys) {
    this.#plan = plan;
    this.#keys = keys;
    this.#sites = countSites(plan.root);
  }

  make(): string {
    const root = this.#object(this.#plan.root, [
      ['cnf', objectOf(['jwk', asWritten(this.#keys.cnf)])],
    ]);
    const algorithm: Member[] = this.#plan.hash ? [['_sd_alg', this.#plan.hash]] : [];
    const issuerJwt = this.#jwt('issuer', 'dc+sd-jwt', [...root, ...algorithm]);
    let sent: readonly string[] = this.#sent;
    for (const fault of this.#faultsOn('sent')) sent = fault.change(sent);
    const sdJwt = [issuerJwt, ...sent, ''].join('~');
    let text = this.#plan.bound ? sdJwt + this.#bind(sdJwt) : sdJwt;
    for (const fault of this.#faultsOn('text')) text = fault.change(text);
    return text;
  }

  #bind(sdJwt: string): string {
    return this.#jwt('binding', 'kb+jwt', [
      ['iat', 1_800_000_000],
      ['aud', broadcastAudience],
      ['nonce', askedNonce],
      ['sd_hash', this.#digest(sdJwt)],
    ]);
  }

  #jwt(on: 'issuer' | 'binding', typ: string, payload: readonly Member[]): string {
    let draft: JwtDraft = {
      header: [
        ['alg', 'ES256'],
        ['typ', typ],
      ],
      payload,
      signer: 'own',
      finish: (jwt) => jwt,
    };
    for (const fault of this.#faultsOn(on))
      draft = { ...draft, ...fault.change(draft, this.#scene) };
    const key =
      draft.signer === 'another'
        ? this.#keys.another
        : this.#keys[on === 'issuer' ? 'issuer' : 'holder'];
    const input = [draft.header, draft.payload]
      .map((members) => asSegment({ members }, this.#plan.gap))
      .join('.');
    return draft.finish(`${input}.${signEs256(input, key)}`);
  }

  #node(node: Node): Written {
    if ('leaf' in node) return node.leaf;
    return 'members' in node ? { members: this.#object(node, []) } : this.#array(node);
  }

  #object(node: ObjectNode, visible: readonly Member[]): readonly Member[] {
    const changes = this.#faultsHere('object');
    const plain: Member[] = [...visible];
    const digests: string[] = [];
    for (const { name, fate, node: child } of node.members) {
      if (fate === 'plain') plain.push([name, this.#node(child)]);
      else if (fate === 'hidden') digests.push(this.#decoy());
      else digests.push(this.#send([this.#salt(), name, this.#node(child)]));
    }
    for (let count = 0; count < node.decoys; count++) digests.push(this.#decoy());
    let members: readonly Member[] =
      digests.length > 0 ? [...plain, ['_sd', digests.sort()]] : plain;
    for (const fault of changes) members = fault.change(members, this.#scene);
    return members;
  }

  #array(node: ArrayNode): readonly Written[] {
    const changes = this.#faultsHere('array');
    let elements: readonly Written[] = [
      ...node.elements.map(({ fate, node: child }) => {
        if (fate === 'plain') return this.#node(child);
        const digest =
          fate === 'hidden' ? this.#decoy() : this.#send([this.#salt(), this.#node(child)]);
        return objectOf(['...', digest]);
      }),
      ...Array.from({ length: node.decoys }, () => objectOf(['...', this.#decoy()])),
    ];
    for (const fault of changes) elements = fault.change(elements, this.#scene);
    return elements;
  }

  #send(parts: readonly Written[]): string {
    const changes = this.#faultsHere('disclosure');
    let contents: Written = parts;
    for (const fault of changes) if (fault.on === 'disclosure') contents = fault.change(parts);
    let text = asSegment(contents, this.#plan.gap);
    for (const fault of changes) if (fault.on === 'disclosure-text') text = fault.change(text);
    this.#sent.push(text);
    return this.#place(this.#digest(text));
  }

  #decoy(): string {
    return this.#place(this.#digest(`decoy ${this.#salt()}`));
  }

  #place(digest: string): string {
    this.#placed.push(digest);
    return digest;
  }

  #salt(): string {
    this.#serial++;
    return `salt ${this.#serial}`;
  }

  #digest(text: string): string {
    return createHash(this.#plan.hash === 'sha-512' ? 'sha512' : 'sha256')
      .update(text)
      .digest('base64url');
  }

  #faultsOn<On extends Fault['on']>(...on: On[]): readonly Extract<Fault, { on: On }>[] {
    return this.#plan.faults
      .map(({ name }) => faults[name] as Fault)
      .filter((fault): fault is Extract<Fault, { on: On }> => on.some((one) => one === fault.on));
  }

  /** The faults that belong at this place of many. */
  #faultsHere<Site extends 'disclosure' | 'object' | 'array'>(
    site: Site,
  ): readonly Extract<
    Fault,
    { on: Site | (Site extends 'disclosure' ? 'disclosure-text' : never) }
  >[] {
    const visit = this.#visits[site]++;
    const sites = this.#sites[site];
    return this.#plan.faults
      .filter(({ at }) => at % sites === visit)
      .map(({ name }) => faults[name] as Fault)
      .filter((fault) => fault.on.replace('-text', '') === site) as never;
  }
}

/** How many places of each sort are made. */
function countSites(node: Node): Record<'disclosure' | 'object' | 'array', number> {
  const sites = { disclosure: 0, object: 0, array: 0 };
  const visit = (visited: Node): void => {
    if ('leaf' in visited) return;
    sites['members' in visited ? 'object' : 'array']++;
    for (const child of 'members' in visited ? visited.members : visited.elements) {
      if (child.fate === 'hidden') continue;
      if (child.fate === 'shown') sites.disclosure++;
      visit(child.node);
    }
  };
  visit(node);
  return sites;
}

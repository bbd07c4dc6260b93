/**
 * What the simulated operator publishes: two universities, their cards and services. Contents are
 * made by the issuer's own code (src/issuer/lists.ts); signing and numbers are simulator.ts's.
 */
import type { JsonObject } from '../../src/base/strict-json.ts';
import { publicHalf } from '../../src/issuer/keys.ts';
import {
  lives,
  policiesContents,
  statusListContents,
  trustListContents,
  trustListPayload,
} from '../../src/issuer/lists.ts';
import type { WorldCard, WorldIssuer } from '../../src/issuer/world-state.ts';
import type { FileKind } from '../../src/trust/manifest.ts';
import { policiesType } from '../../src/trust/policies.ts';
import { statusListType } from '../../src/trust/status-list.ts';
import { trustListType } from '../../src/trust/trust-list.ts';
import type { KeyRing } from './roots.ts';

/** A file that is to be signed: its contents, and how they become a payload. */
export interface Draft {
  readonly name: string;
  readonly kind: FileKind;
  readonly typ: string;
  readonly kid: string;
  readonly life: number;
  readonly contents: JsonObject;
  readonly frame: (number: number, iat: number, exp: number) => JsonObject;
}

const university = (id: number, kid: string, host: string, name: string): WorldIssuer => ({
  iss: `https://legitymacje.${host}`,
  name,
  issuanceKid: kid,
  statusKid: `${kid}-status`,
  statusUri: `https://legitymacje.${host}/status/1`,
  schools: [{ id: `OKAZ-${id}`, name, vct: ['urn:mlegitymacja:student:1'] }],
});

/** The two issuers; hand-made cards of the tests are the first one's. */
export const firstIssuers: readonly WorldIssuer[] = [
  university(1, 'okaz-a1', 'akademia-okazowa.example', 'Akademia Okazowa w Krakowie'),
  university(2, 'okaz-b1', 'politechnika-wzorcowa.example', 'Politechnika Wzorcowa w Toruniu'),
];

/** All files of the feed but root and manifest; `since` begins the keys' lives (seconds since 1970). */
export async function draftFiles(
  ring: KeyRing,
  issuers: readonly WorldIssuer[],
  cards: readonly WorldCard[],
  listsKid: string,
  since: number,
): Promise<readonly Draft[]> {
  const kids = issuers.flatMap(({ issuanceKid, statusKid }) => [issuanceKid, statusKid]);
  const named = await Promise.all(kids.map((kid) => ring.get(kid)));
  const keys = new Map(named.map(({ kid, key }) => [kid, publicHalf(key)]));
  const trustList = trustListContents(issuers, keys, since);
  const policies = policiesContents();
  const lists = { kid: listsKid, life: lives.lists.exp };
  return [
    {
      ...lists,
      name: 'trust-list',
      kind: 'trust-list',
      typ: trustListType,
      contents: trustList,
      frame: (number, iat, exp) => trustListPayload(trustList, number, iat, exp),
    },
    {
      ...lists,
      name: 'policies',
      kind: 'policies',
      typ: policiesType,
      contents: policies,
      frame: (version, iat, exp) => ({ version, iat, exp, ttl: lives.lists.exp, ...policies }),
    },
    ...issuers.map(({ statusUri, statusKid }): Draft => {
      const contents = statusListContents(statusUri, cards);
      return {
        name: statusUri,
        kind: 'status',
        typ: statusListType,
        kid: statusKid,
        life: lives.status.exp,
        contents,
        frame: (_number, iat, exp) => ({ ...contents, iat, exp, ttl: lives.status.ttl }),
      };
    }),
  ];
}

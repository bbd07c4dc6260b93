/**
 * The contents of the signed lists: LoTE trust list, policies, status lists. Signing and publishing
 * are publish.ts's.
 */
import { deflateSync } from 'node:zlib';
import { encodeBase64url } from '../base/bytes.ts';
import type { PublicJwk } from '../base/public-key.ts';
import type { JsonObject } from '../base/strict-json.ts';
import type { FileKind } from '../trust/manifest.ts';
import { serviceExtension, serviceStatuses, serviceTypes } from '../trust/trust-list.ts';
import { presets } from './presets.ts';
import type { ServiceKind, WorldCard, WorldIssuer } from './world-state.ts';

const day = 86_400;
/** Lives of the signed files, seconds (PROTOCOL §5). */
export const lives = {
  manifest: { ttl: day, exp: 7 * day },
  lists: { ttl: day, exp: 90 * day },
  status: { ttl: day, exp: 14 * day },
} as const;

/** Entries of a made-up world's status list. */
export const statusListEntries = 4096;

const polish = (value: string): readonly JsonObject[] => [{ lang: 'pl', value }];
const address = [{ lang: 'pl', StreetAddress: 'ul. Okazowa 1', Country: 'PL' }];
const instant = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** A LoTE with a service for each key of each issuer, former ones too; `keys` by `kid`, since `from`. */
export function trustListContents(
  issuers: readonly WorldIssuer[],
  keys: ReadonlyMap<string, PublicJwk>,
  from: number,
): JsonObject {
  return {
    SchemeOperatorName: polish('Operator Okazowy'),
    SchemeName: polish('Lista wystawców legitymacji (OKAZ)'),
    SchemeTerritory: 'PL',
    TrustedEntitiesList: issuers.map((issuer) => ({
      TrustedEntityInformation: {
        TEName: polish(issuer.name),
        TEAddress: {
          TEPostalAddress: address,
          TEElectronicAddress: [{ lang: 'pl', uriValue: issuer.iss }],
        },
        TEInformationURI: [{ lang: 'pl', uriValue: issuer.iss }],
      },
      TrustedEntityServices: servicesOf(issuer, keys, from).map((key) => service(issuer, key)),
    })),
  };
}

/** The payload of a trust list: contents under their number and dates. */
export function trustListPayload(
  { TrustedEntitiesList, ...information }: JsonObject,
  number: number,
  iat: number,
  exp: number,
): JsonObject {
  return {
    LoTE: {
      ListAndSchemeInformation: {
        LoTEVersionIdentifier: 1,
        LoTESequenceNumber: number,
        ...information,
        ListIssueDateTime: instant(iat),
        NextUpdate: instant(exp),
      },
      TrustedEntitiesList,
    },
  };
}

/** The presets with the windows of PROTOCOL §2. */
export const policiesContents = (): JsonObject => ({
  policies: presets,
  extensions: [],
  codeWindow: { early: 10, late: 30 },
  minAppVersion: null,
  freshness: null,
});

/**
 * A bit a card, two where one of them is suspended (draft-ietf-oauth-status-list-21 §4.1). A list of
 * 2^17 cards, one in a hundred revoked, deflates to 1,970 bytes here and to 2,290 with fflate.
 */
export function statusListContents(uri: string, cards: readonly WorldCard[]): JsonObject {
  const own = cards.filter((card) => card.uri === uri);
  const bits = own.some(({ status }) => status === 'suspended') ? 2 : 1;
  const perByte = 8 / bits;
  const bytes = new Uint8Array(statusListEntries / perByte);
  for (const { idx, status } of own) {
    const value = status === 'revoked' ? 1 : status === 'suspended' ? 2 : 0;
    const byte = Math.floor(idx / perByte);
    bytes[byte] = (bytes[byte] ?? 0) | (value << ((idx % perByte) * bits));
  }
  const lst = encodeBase64url(deflateSync(bytes, { level: 9, memLevel: 9 }));
  return { sub: uri, status_list: { bits, lst } };
}

/**
 * A file's entry in the manifest. The hash stands in it twice, and from one to the other it is 81 bytes
 * in this order of members: a multiple of three, so that Base64url writes it twice in the same letters
 * and brotli has to tell them once. The manifest of 152 status lists is 8.5 kB on the wire, and 14.9 kB
 * with `path` before `sha256`.
 */
export const manifestEntry = (kind: FileKind, sha256: string, length: number): JsonObject => ({
  length,
  kind,
  sha256,
  path: `${kind}/${sha256}.jwt`,
});

interface ServiceKey {
  readonly service: ServiceKind;
  readonly kid: string;
  readonly key: PublicJwk;
  readonly from: number;
  readonly until: number | null;
  readonly withdrawn: boolean;
}

function servicesOf(
  { issuanceKid, statusKid, keysFrom, formerKeys = [] }: WorldIssuer,
  keys: ReadonlyMap<string, PublicJwk>,
  from: number,
): readonly ServiceKey[] {
  const present = (service: ServiceKind, kid: string): ServiceKey => {
    const key = keys.get(kid);
    if (!key) throw new Error(`no key ${kid}`);
    const since = keysFrom?.[service] ?? from;
    return { service, kid, key, from: since, until: null, withdrawn: false };
  };
  return [present('issuance', issuanceKid), present('status', statusKid), ...formerKeys];
}

function service(
  { name, iss, schools }: WorldIssuer,
  { service: kind, kid, key, from, until, withdrawn }: ServiceKey,
): JsonObject {
  const attests = schools.map(({ id, name: school, vct }) => ({
    school: { id, name: school },
    vct,
  }));
  return {
    ServiceInformation: {
      ServiceName: polish(name),
      ServiceTypeIdentifier: serviceTypes[kind],
      ServiceStatus: withdrawn ? serviceStatuses.withdrawn : serviceStatuses.granted,
      StatusStartingTime: instant(withdrawn && until !== null ? until : from),
      ServiceDigitalIdentity: { PublicKeyValues: [{ ...key, kid }] },
      ServiceInformationExtensions: [
        {
          type: serviceExtension,
          critical: true,
          iss,
          from: instant(from),
          until: until === null ? null : instant(until),
          ...(kind === 'issuance' ? { attests } : {}),
        },
      ],
    },
  };
}

/**
 * The contents of the signed lists: LoTE trust list, policies, status lists. Signing and publishing
 * are publish.ts's.
 */
import { zlibSync } from 'fflate';
import { encodeBase64url } from '../base/bytes.ts';
import type { PublicJwk } from '../base/public-key.ts';
import type { JsonObject } from '../base/strict-json.ts';
import { serviceExtension, serviceStatuses, serviceTypes } from '../trust/trust-list.ts';
import { presets } from './presets.ts';
import type { WorldCard, WorldIssuer } from './world-state.ts';

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

/** A LoTE with each issuer's two services; `keys` by `kid`. */
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
      TrustedEntityServices: [
        service(issuer, serviceTypes.issuance, issuer.issuanceKid, keys, from, {
          attests: issuer.schools.map(({ id, name, vct }) => ({ school: { id, name }, vct })),
        }),
        service(issuer, serviceTypes.status, issuer.statusKid, keys, from, {}),
      ],
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
});

/** Two bits a card, deflated (draft-ietf-oauth-status-list-21 §4.1). */
export function statusListContents(uri: string, cards: readonly WorldCard[]): JsonObject {
  const bytes = new Uint8Array((statusListEntries * 2) / 8);
  for (const { idx, status } of cards.filter((card) => card.uri === uri)) {
    const value = status === 'revoked' ? 1 : status === 'suspended' ? 2 : 0;
    const byte = Math.floor(idx / 4);
    bytes[byte] = (bytes[byte] ?? 0) | (value << ((idx % 4) * 2));
  }
  return {
    sub: uri,
    status_list: { bits: 2, lst: encodeBase64url(zlibSync(bytes, { level: 9 })) },
  };
}

function service(
  issuer: WorldIssuer,
  type: string,
  kid: string,
  keys: ReadonlyMap<string, PublicJwk>,
  from: number,
  more: JsonObject,
): JsonObject {
  const key = keys.get(kid);
  if (!key) throw new Error(`no key ${kid}`);
  return {
    ServiceInformation: {
      ServiceName: polish(issuer.name),
      ServiceTypeIdentifier: type,
      ServiceStatus: serviceStatuses.granted,
      StatusStartingTime: instant(from),
      ServiceDigitalIdentity: { PublicKeyValues: [{ ...key, kid }] },
      ServiceInformationExtensions: [
        {
          type: serviceExtension,
          critical: true,
          iss: issuer.iss,
          from: instant(from),
          until: null,
          ...more,
        },
      ],
    },
  };
}

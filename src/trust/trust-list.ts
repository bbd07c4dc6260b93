/**
 * The trust list: ETSI TS 119 602 V1.1.1 (LoTE, JSON binding). Who may issue which kind of card for
 * which school, under which keys, and who may sign their status lists. One service a key; issuance
 * and status are different services. What the ETSI format leaves to schemes stands in our extension
 * of each service.
 */
import {
  asArray,
  asCount,
  asInstant,
  asObject,
  asText,
  orNull,
  readJson,
  refuse,
} from '../base/json-reader.ts';
import { importPublicJwk, type PublicJwk, readPublicJwk } from '../base/public-key.ts';
import type { JsonObject, JsonValue } from '../base/strict-json.ts';

export const trustListType = 'mleg-trust-list+jwt';
export const serviceTypes = {
  issuance: 'urn:mlegitymacja:service:issuance:1',
  status: 'urn:mlegitymacja:service:status:1',
} as const;
export const serviceStatuses = {
  granted: 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted',
  withdrawn: 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/withdrawn',
} as const;
/** `{ type, critical: true, iss, from, until, attests: [{ school: { id, name }, vct: […] }] }`. */
export const serviceExtension = 'urn:mlegitymacja:lote:service:1';

/** A school as the trust list names it, and the kinds of card that one issuer may make for it. */
export interface Attestation {
  readonly name: string;
  readonly vct: ReadonlySet<string>;
}

/** One issuance key. A credential's `iat` must lie in `from`–`until` (seconds since 1970). */
export interface IssuanceKey {
  readonly key: PublicJwk;
  readonly withdrawn: boolean;
  readonly from: number;
  readonly until: number | null;
  /** By school id. */
  readonly attests: ReadonlyMap<string, Attestation>;
}

/** One status key. A status list's `iat` must lie in `from`–`until` (seconds since 1970). */
export interface StatusKey {
  readonly key: PublicJwk;
  readonly from: number;
  readonly until: number | null;
}

/** A trusted entity: its keys by `kid`. Withdrawn status keys are left out. */
export interface TrustedIssuer {
  readonly iss: string;
  readonly issuanceKeys: ReadonlyMap<string, IssuanceKey>;
  readonly statusKeys: ReadonlyMap<string, StatusKey>;
}

/** Times are seconds since 1970. */
export interface TrustList {
  readonly sequenceNumber: number;
  readonly iat: number;
  readonly exp: number;
  /** By `iss`. */
  readonly issuers: ReadonlyMap<string, TrustedIssuer>;
}

interface Service {
  readonly type: string;
  readonly withdrawn: boolean;
  readonly jwk: JsonObject;
  readonly kid: string;
  readonly iss: string;
  readonly from: number;
  readonly until: number | null;
  readonly attests: ReadonlyMap<string, Attestation>;
}

/** Reads a trust list's payload; null where it does not fit or has an unknown critical extension. */
export async function readTrustList(payload: JsonObject): Promise<TrustList | null> {
  const read = readJson(() => {
    const list = asObject(payload.LoTE);
    const information = asObject(list.ListAndSchemeInformation);
    if (asCount(information.LoTEVersionIdentifier) !== 1) refuse();
    refuseCriticalExtensions(information.SchemeExtensions);
    return {
      sequenceNumber: asCount(information.LoTESequenceNumber),
      iat: asInstant(information.ListIssueDateTime),
      exp: asInstant(information.NextUpdate),
      services: asArray(list.TrustedEntitiesList ?? []).map(readEntity),
    };
  });
  if (!read) return null;
  const issuers = new Map<string, TrustedIssuer>();
  for (const services of read.services) {
    const issuer = await gatherIssuer(services);
    if (!issuer || issuers.has(issuer.iss)) return null;
    issuers.set(issuer.iss, issuer);
  }
  const { sequenceNumber, iat, exp } = read;
  return { sequenceNumber, iat, exp, issuers };
}

function readEntity(value: JsonValue): readonly Service[] {
  const entity = asObject(value);
  refuseCriticalExtensions(asObject(entity.TrustedEntityInformation).TEInformationExtensions);
  return asArray(entity.TrustedEntityServices).map((service) =>
    readService(asObject(asObject(service).ServiceInformation)),
  );
}

function readService(service: JsonObject): Service {
  const identity = asObject(service.ServiceDigitalIdentity);
  const [jwk, ...others] = asArray(identity.PublicKeyValues).map((value) => asObject(value));
  if (!jwk || others.length > 0) refuse();
  const extensions = asArray(service.ServiceInformationExtensions).map((value) => asObject(value));
  const [ours, ...more] = extensions.filter(({ type }) => type === serviceExtension);
  if (!ours || more.length > 0) refuse();
  refuseCriticalExtensions(extensions.filter((extension) => extension !== ours));
  return {
    type: asText(service.ServiceTypeIdentifier),
    // Any status but "granted" is no ground to trust.
    withdrawn: asText(service.ServiceStatus) !== serviceStatuses.granted,
    jwk: jwk as JsonObject,
    kid: asText((jwk as JsonObject).kid),
    iss: asText(ours.iss),
    from: asInstant(ours.from),
    until: orNull(ours.until ?? null, asInstant),
    attests: readAttestations(ours.attests ?? []),
  };
}

function readAttestations(value: JsonValue): ReadonlyMap<string, Attestation> {
  const entries = asArray(value).map(readAttestation);
  const attests = new Map(entries);
  return attests.size === entries.length ? attests : refuse();
}

function readAttestation(value: JsonValue): readonly [string, Attestation] {
  const { school, vct } = asObject(value);
  const { id, name } = asObject(school);
  return [asText(id), { name: asText(name), vct: new Set(asArray(vct).map(asText)) }];
}

function refuseCriticalExtensions(extensions: JsonValue | undefined): void {
  for (const extension of asArray(extensions ?? []))
    if (asObject(extension).critical !== false) refuse();
}

async function gatherIssuer(services: readonly Service[]): Promise<TrustedIssuer | null> {
  const issuanceKeys = new Map<string, IssuanceKey>();
  const statusKeys = new Map<string, StatusKey>();
  const iss = services[0]?.iss;
  if (iss === undefined) return null;
  for (const { type, jwk, kid, withdrawn, from, until, attests, iss: own } of services) {
    const key = readPublicJwk(jwk);
    if (!key || !(await importPublicJwk(key)) || own !== iss) return null;
    if (type === serviceTypes.issuance) {
      if (issuanceKeys.has(kid)) return null;
      issuanceKeys.set(kid, { key, withdrawn, from, until, attests });
    } else if (type === serviceTypes.status && !withdrawn) {
      if (statusKeys.has(kid)) return null;
      statusKeys.set(kid, { key, from, until });
    }
  }
  return { iss, issuanceKeys, statusKeys };
}

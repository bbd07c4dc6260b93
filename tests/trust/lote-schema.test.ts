/**
 * What the issuer writes as trust list is a LoTE by ETSI's own schema (TS 119 602 V1.1.1), which lies
 * beside the project. The schema refers to another for JSON Web Keys, of which it publishes no copy:
 * the one below is RFC 7517 §4 and RFC 7518 §6.2.1 for P-256.
 */
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { trustListContents, trustListPayload } from '../../src/issuer/lists.ts';
import { readTrustList } from '../../src/trust/trust-list.ts';
import { copyJson } from '../fixtures/altered-feed.ts';
import { readVectors } from '../fixtures/vectors.ts';
import { payloadOf } from '../simulator/attacker.ts';
import { firstIssuers } from '../simulator/contents.ts';
import { createSimulator } from '../simulator/simulator.ts';

const schema = readVectors<object>('lote-schema-etsi-ts-119602.json');

const jwk = {
  type: 'object',
  required: ['kty', 'crv', 'x', 'y', 'kid'],
  properties: {
    kty: { const: 'EC' },
    crv: { const: 'P-256' },
    x: { type: 'string', pattern: '^[\\w-]{43}$' },
    y: { type: 'string', pattern: '^[\\w-]{43}$' },
    kid: { type: 'string', minLength: 1 },
  },
  not: { required: ['d'] },
};

/** RFC 3339 §5.6. */
const isDateTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
  !Number.isNaN(Date.parse(text));

/** RFC 3986 §3: a scheme, and no character that no URI has. */
const isUri = (text: string): boolean =>
  /^[a-z][a-z\d+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(text) && URL.canParse(text);

type Validate = (list: unknown) => boolean;

function compile(document: object): Validate {
  // Not strict: the schema carries keywords that are notes to people (contentEncoding).
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addFormat('date-time', isDateTime).addFormat('uri', isUri);
  ajv.addSchema({ $id: 'rfcs/rfc7517.json', definitions: { jwk } });
  return ajv.compile(document);
}

type Writable = { [name: string]: unknown };
type Breaking = (parts: {
  readonly list: Writable;
  readonly information: Writable;
  readonly entity: Writable;
  readonly service: Writable;
}) => void;

const set =
  (part: keyof Parameters<Breaking>[0], name: string, value: unknown): Breaking =>
  (parts) => {
    if (value === undefined) delete parts[part][name];
    else parts[part][name] = value;
  };

const broken: Readonly<Record<string, Breaking>> = {
  'without scheme information': set('list', 'ListAndSchemeInformation', undefined),
  'without a version': set('information', 'LoTEVersionIdentifier', undefined),
  'without a sequence number': set('information', 'LoTESequenceNumber', undefined),
  'with a sequence number that is text': set('information', 'LoTESequenceNumber', '1'),
  'without an operator': set('information', 'SchemeOperatorName', undefined),
  'with no operator’s name': set('information', 'SchemeOperatorName', []),
  'without a date of issue': set('information', 'ListIssueDateTime', undefined),
  'with a date of issue in seconds': set('information', 'ListIssueDateTime', 1_795_000_000),
  'with a day for a date of issue': set('information', 'ListIssueDateTime', '2026-11-23'),
  'with an instant without a zone': set('information', 'NextUpdate', '2026-11-23T12:00:00'),
  'with a month that is none': set('information', 'NextUpdate', '2026-13-23T12:00:00Z'),
  'without a next update': set('information', 'NextUpdate', undefined),
  'with a territory of three letters': set('information', 'SchemeTerritory', 'POL'),
  'with a member of its own': set('information', 'Extra', 1),
  'with no entity': set('list', 'TrustedEntitiesList', []),
  'with an entity without a name': ({ entity }) =>
    delete (entity.TrustedEntityInformation as Writable).TEName,
  'with an entity without an address': ({ entity }) =>
    delete (entity.TrustedEntityInformation as Writable).TEAddress,
  'with an entity without an information page': ({ entity }) =>
    delete (entity.TrustedEntityInformation as Writable).TEInformationURI,
  'with an information page that is no URI': ({ entity }) => {
    const page = [{ lang: 'pl', uriValue: 'akademia okazowa' }];
    (entity.TrustedEntityInformation as Writable).TEInformationURI = page;
  },
  'with an entity without services': set('entity', 'TrustedEntityServices', []),
  'with a service without a name': set('service', 'ServiceName', undefined),
  'with a service without an identity': set('service', 'ServiceDigitalIdentity', undefined),
  'with no key': set('service', 'ServiceDigitalIdentity', { PublicKeyValues: [] }),
  'with a key that is text': set('service', 'ServiceDigitalIdentity', { PublicKeyValues: ['k'] }),
  'with a type that is no URI': set('service', 'ServiceTypeIdentifier', 'issuance'),
  'with a status that is no URI': set('service', 'ServiceStatus', 'granted'),
  'with a status since yesterday': set('service', 'StatusStartingTime', 'yesterday'),
  'with no extension in its list of them': set('service', 'ServiceInformationExtensions', []),
};

describe.skipIf(schema === null)('a trust list by the ETSI schema', () => {
  let validate: Validate;
  let plain: JsonObject;
  beforeAll(async () => {
    validate = compile(schema ?? {});
    const feed = await createSimulator();
    const [, text = ''] = [...feed.files].find(([path]) => path.startsWith('trust-list/')) ?? [];
    plain = payloadOf(text);
  });

  it('is valid as the issuer writes it, and is the one that we read', async () => {
    expect(validate(plain)).toBe(true);
    expect((await readTrustList(plain))?.issuers.size).toBe(2);
  });

  it('is valid with former and withdrawn keys', async () => {
    const kids = firstIssuers.flatMap(({ issuanceKid, statusKid }) => [issuanceKid, statusKid]);
    const key = publicHalf(await generateKey());
    const keys = new Map(kids.map((kid) => [kid, key]));
    const [first, ...others] = firstIssuers;
    if (!first) throw new Error('no issuer');
    const former = { key, from: 1_700_000_000, until: 1_790_000_000 };
    const formerKeys = [
      { ...former, service: 'issuance', kid: 'okaz-a0', withdrawn: true },
      { ...former, service: 'status', kid: 'okaz-a0-status', withdrawn: false },
    ] as const;
    const contents = trustListContents([{ ...first, formerKeys }, ...others], keys, 1_700_000_000);
    const list = trustListPayload(contents, 2, 1_790_000_000, 1_797_000_000);
    expect(validate(copyJson(list))).toBe(true);
    const read = await readTrustList(copyJson(list));
    expect(read?.issuers.get(first.iss)?.issuanceKeys.get('okaz-a0')?.withdrawn).toBe(true);
  });

  for (const [what, breakIt] of Object.entries(broken))
    it(`is not valid ${what}`, () => {
      const copy = copyJson<{ LoTE: Writable }>(plain);
      const list = copy.LoTE;
      const [entity] = list.TrustedEntitiesList as Writable[];
      const [service] = (entity?.TrustedEntityServices ?? []) as Writable[];
      breakIt({
        list,
        information: list.ListAndSchemeInformation as Writable,
        entity: entity ?? {},
        service: (service?.ServiceInformation ?? {}) as Writable,
      });
      expect(copy).not.toEqual(plain);
      expect(validate(copy)).toBe(false);
    });

  it('is not valid with a key that lacks a part, or has its private one', () => {
    const broken: readonly ((key: Writable) => void)[] = [
      (key) => delete key.x,
      (key) => delete key.kid,
      (key) => Object.assign(key, { y: 'short' }),
      (key) => Object.assign(key, { d: key.x }),
      (key) => Object.assign(key, { kty: 'RSA' }),
    ];
    for (const breakIt of broken) {
      const text = JSON.stringify(plain).replace(
        /"PublicKeyValues":\[(\{[^}]*\})\]/,
        (_whole, found: string) => {
          const key = JSON.parse(found) as Writable;
          breakIt(key);
          return `"PublicKeyValues":[${JSON.stringify(key)}]`;
        },
      );
      expect(validate(JSON.parse(text))).toBe(false);
    }
  });
});

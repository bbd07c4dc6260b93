/** ETSI TS 119 602 as PROTOCOL §5 narrows it: who is trusted for what, and what is refused. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicJwk } from '../../src/base/public-key.ts';
import type { JsonObject } from '../../src/base/strict-json.ts';
import { generateKey, publicHalf } from '../../src/issuer/keys.ts';
import { trustListContents, trustListPayload } from '../../src/issuer/lists.ts';
import type { WorldIssuer } from '../../src/issuer/world-state.ts';
import {
  readTrustList,
  serviceExtension,
  serviceStatuses,
  type TrustList,
} from '../../src/trust/trust-list.ts';
import { copyJson } from '../fixtures/altered-feed.ts';

const student = 'urn:mlegitymacja:student:1';
const from = Date.parse('2026-01-01T00:00:00Z') / 1000;

const makeIssuer = (letter: string): WorldIssuer => ({
  iss: `https://${letter}.example`,
  name: letter,
  issuanceKid: `${letter}-1`,
  statusKid: `${letter}-status`,
  statusUri: `https://${letter}.example/status/1`,
  schools: [{ id: `OKAZ-${letter}`, name: `School ${letter}`, vct: [student] }],
});

const keys = new Map<string, PublicJwk>();
let plain: JsonObject;
beforeAll(async () => {
  const issuers = ['a', 'b'].map(makeIssuer);
  for (const { issuanceKid, statusKid } of issuers)
    for (const kid of [issuanceKid, statusKid]) keys.set(kid, publicHalf(await generateKey()));
  plain = trustListPayload(trustListContents(issuers, keys, from), 5, from, from + 60);
});

interface Draft {
  LoTE: {
    ListAndSchemeInformation: Record<string, unknown>;
    TrustedEntitiesList?: {
      TrustedEntityInformation: Record<string, unknown>;
      TrustedEntityServices: { ServiceInformation: Record<string, unknown> }[];
    }[];
  };
}

/** Reads the plain list with one change. */
function readAltered(alter: (list: Draft['LoTE']) => void): Promise<TrustList | null> {
  const draft = copyJson<Draft>(plain);
  alter(draft.LoTE);
  return readTrustList(draft as unknown as JsonObject);
}

/** Information of one service: the first entity's issuance (0) or status (1). */
const serviceOf = (list: Draft['LoTE'], at = 0, entity = 0): Record<string, unknown> =>
  list.TrustedEntitiesList?.[entity]?.TrustedEntityServices[at]?.ServiceInformation ?? {};

const ours = (list: Draft['LoTE'], at = 0): Record<string, unknown> =>
  (serviceOf(list, at).ServiceInformationExtensions as Record<string, unknown>[])[0] ?? {};

describe('a trust list', () => {
  it('says who may issue what for which school', async () => {
    const list = await readTrustList(plain);
    expect(list).toMatchObject({ sequenceNumber: 5, iat: from, exp: from + 60 });
    const issuer = list?.issuers.get('https://a.example');
    const key = issuer?.issuanceKeys.get('a-1');
    expect(key).toMatchObject({ key: keys.get('a-1'), withdrawn: false, from, until: null });
    expect(key?.attests.get('OKAZ-a')).toEqual({ name: 'School a', vct: new Set([student]) });
    expect(issuer?.statusKeys.get('a-status')?.key).toEqual(keys.get('a-status'));
  });

  it('keeps issuance and status keys apart', async () => {
    const issuer = (await readTrustList(plain))?.issuers.get('https://a.example');
    expect(issuer?.issuanceKeys.has('a-status')).toBe(false);
    expect(issuer?.statusKeys.has('a-1')).toBe(false);
  });

  it('may be empty', async () => {
    const list = await readAltered((draft) => delete draft.TrustedEntitiesList);
    expect(list?.issuers.size).toBe(0);
  });

  it('withdraws an issuance key by any status but granted', async () => {
    for (const status of [serviceStatuses.withdrawn, 'urn:unknown']) {
      const list = await readAltered((draft) => {
        serviceOf(draft).ServiceStatus = status;
      });
      const issuer = list?.issuers.get('https://a.example');
      expect(issuer?.issuanceKeys.get('a-1')?.withdrawn).toBe(true);
    }
  });

  it('leaves withdrawn status keys out', async () => {
    const list = await readAltered((draft) => {
      serviceOf(draft, 1).ServiceStatus = serviceStatuses.withdrawn;
    });
    expect(list?.issuers.get('https://a.example')?.statusKeys.size).toBe(0);
  });

  it('reads the end of a key’s time', async () => {
    const list = await readAltered((draft) => {
      ours(draft).until = '2026-06-01T00:00:00+02:00';
    });
    const key = list?.issuers.get('https://a.example')?.issuanceKeys.get('a-1');
    expect(key?.until).toBe(Date.parse('2026-05-31T22:00:00Z') / 1000);
  });

  it('may carry extensions that are marked as not critical, and unknown services', async () => {
    const list = await readAltered((draft) => {
      draft.ListAndSchemeInformation.SchemeExtensions = [{ critical: false, x: 1 }];
      const extensions = serviceOf(draft).ServiceInformationExtensions as unknown[];
      extensions.push({ type: 'urn:other', critical: false });
      serviceOf(draft, 1).ServiceTypeIdentifier = 'urn:other-service';
    });
    expect(list?.issuers.get('https://a.example')?.statusKeys.size).toBe(0);
  });

  const refused: Record<string, (list: Draft['LoTE']) => void> = {
    'an unknown critical scheme extension': (list) => {
      list.ListAndSchemeInformation.SchemeExtensions = [{ critical: true }];
    },
    'a scheme extension that does not say whether it is critical': (list) => {
      list.ListAndSchemeInformation.SchemeExtensions = [{}];
    },
    'an unknown critical extension of an entity': (list) => {
      const information = list.TrustedEntitiesList?.[0]?.TrustedEntityInformation ?? {};
      information.TEInformationExtensions = [{ critical: true }];
    },
    'an unknown critical extension of a service': (list) => {
      const extensions = serviceOf(list).ServiceInformationExtensions as unknown[];
      extensions.push({ type: 'urn:other', critical: true });
    },
    'a service without our extension': (list) => {
      serviceOf(list).ServiceInformationExtensions = [];
    },
    'a service with our extension twice': (list) => {
      serviceOf(list).ServiceInformationExtensions = [ours(list), ours(list)];
    },
    'our extension under another version': (list) => {
      ours(list).type = serviceExtension.replace(':1', ':2');
    },
    'another version of the format': (list) => {
      list.ListAndSchemeInformation.LoTEVersionIdentifier = 2;
    },
    'no sequence number': (list) => {
      delete list.ListAndSchemeInformation.LoTESequenceNumber;
    },
    'an end that is no instant': (list) => {
      list.ListAndSchemeInformation.NextUpdate = '2027-01-01';
    },
    'two keys of one service': (list) => {
      const identity = serviceOf(list).ServiceDigitalIdentity as { PublicKeyValues: unknown[] };
      identity.PublicKeyValues.push(identity.PublicKeyValues[0]);
    },
    'no key of a service': (list) => {
      serviceOf(list).ServiceDigitalIdentity = { PublicKeyValues: [] };
    },
    'a key without a kid': (list) => {
      serviceOf(list).ServiceDigitalIdentity = { PublicKeyValues: [{ ...keys.get('a-1') }] };
    },
    'a key that is no point of P-256': (list) => {
      const key = { ...keys.get('a-1'), y: keys.get('a-1')?.x, kid: 'a-1' };
      serviceOf(list).ServiceDigitalIdentity = { PublicKeyValues: [key] };
    },
    'one kid twice for one issuer': (list) => {
      const services = list.TrustedEntitiesList?.[0]?.TrustedEntityServices;
      services?.push(...copyJson<typeof services>(services.slice(0, 1)));
    },
    'one status kid twice for one issuer': (list) => {
      const services = list.TrustedEntitiesList?.[0]?.TrustedEntityServices;
      services?.push(...copyJson<typeof services>(services.slice(1, 2)));
    },
    'two entities of one iss': (list) => {
      list.TrustedEntitiesList?.push(...copyJson<never[]>(list.TrustedEntitiesList.slice(0, 1)));
    },
    'an entity whose services name two issuers': (list) => {
      ours(list, 1).iss = 'https://b.example';
    },
    'an entity without services': (list) => {
      list.TrustedEntitiesList?.[0]?.TrustedEntityServices.splice(0);
    },
    'a key period that is no instant': (list) => {
      ours(list).from = 'yesterday';
    },
    'a school without a name': (list) => {
      ours(list).attests = [{ school: { id: 'OKAZ-a' }, vct: [student] }];
    },
    'one school twice in one service': (list) => {
      const attests = ours(list).attests as unknown[];
      attests.push({ school: { id: 'OKAZ-a', name: 'Another' }, vct: [] });
    },
    'entities that are no list': (list) => {
      (list as Record<string, unknown>).TrustedEntitiesList = {};
    },
  };
  for (const [what, alter] of Object.entries(refused))
    it(`is refused with ${what}`, async () => {
      expect(await readAltered(alter)).toBeNull();
    });

  it('is refused where it is none', async () => {
    for (const payload of [{}, { LoTE: [] }, { LoTE: {} }])
      expect(await readTrustList(payload as JsonObject)).toBeNull();
  });
});

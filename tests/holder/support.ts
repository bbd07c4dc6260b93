/** A made-up card with its holder's key, as the server hands it out. */
import { issue } from '../../src/credential/issue.ts';
import { defaultDisclosures } from '../../src/credential/vocabulary.ts';
import type { FetchText } from '../../src/holder/specimens.ts';

async function generateJwk() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { x = '', y = '', d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return { kty: 'EC', crv: 'P-256', x, y, d } as const;
}

/** What `specimens/<id>.json` holds. */
export async function makeHolderFile(id: string, changes: object = {}) {
  const [issuerKey, privateJwk] = [await generateJwk(), await generateJwk()];
  const { d: _, ...holderKey } = privateJwk;
  const credential = await issue(
    {
      iss: 'https://okaz.example',
      iat: 1_800_000_000,
      nbf: 1_800_000_000,
      exp: 1_900_000_000,
      vct: 'urn:mlegitymacja:student:1',
      holderKey,
      status: { idx: 1, uri: 'https://okaz.example/status/1' },
      schoolId: 'OKAZ-1',
      dateOfIssuance: '2027-01-15',
      dateOfExpiry: '2027-10-31',
      givenName: 'Łucja',
      familyName: 'Okaz',
      birthdate: '2005-05-25',
      documentNumber: 'OKAZ-000001',
      picture: null,
    },
    { kid: 'okaz-a1', key: issuerKey },
    (length) => crypto.getRandomValues(new Uint8Array(length)),
  );
  if (!credential.ok) throw new Error(credential.failure);
  return {
    id,
    credential: credential.value,
    privateJwk,
    disclose: defaultDisclosures,
    keyBinding: true,
    iatOffset: 0,
    schoolName: 'Akademia Okazowa',
    ...changes,
  };
}

/** A server with these files under `specimens/`; what is not there is null. */
export const serveFiles =
  (files: Readonly<Record<string, unknown>>): FetchText =>
  async (address) => {
    const file = files[address.replace(/^specimens\/(.*)\.json$/, '$1')];
    return file === undefined ? null : typeof file === 'string' ? file : JSON.stringify(file);
  };

/**
 * A card whose every value is found nowhere else, signed by an issuer of the test's world, and the forms
 * in which such a value could have been left behind. Whoever searches for them is told what was found,
 * never a guess: each form is long enough to be no accident.
 */
import { createHash } from 'node:crypto';
import type { Result } from '../../../src/base/result.ts';
import { identifyCredential } from '../../../src/credential/identify.ts';
import { issue } from '../../../src/credential/issue.ts';
import { pack } from '../../../src/credential/pack.ts';
import { present } from '../../../src/credential/present.ts';
import { splitSdJwt } from '../../../src/credential/sd-jwt.ts';
import { defaultDisclosures } from '../../../src/credential/vocabulary.ts';
import { generateKey, loadKey, publicHalf, randomBytes } from '../../../src/issuer/keys.ts';
import { loadWorld } from '../../../src/issuer/world-state.ts';
import { portrait } from '../../fixtures/portrait.ts';
import { worldFolder } from './app-server.ts';

/** One planted value. */
export interface Planted {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface PlantedCard {
  /** A code that its holder shows now, or that much earlier, in seconds. */
  showCode(age?: number): Promise<string>;
  /** Everything that was planted, and of the codes shown so far the first, the last and some between. */
  planted(): readonly Planted[];
  /** Of the portrait, in bytes: no other buffer is as large. */
  readonly portraitSize: number;
}

const givenName = 'Okazjanna';
const familyName = 'Wzorczyńska-Plantowa';
const birthdate = '2003-02-17';
const documentNumber = 'OKAZ-907153';

/** Issues it: valid, the student of age for a discount. */
export async function plantCard(): Promise<PlantedCard> {
  const { issuers } = await loadWorld(worldFolder);
  const [issuer] = issuers;
  const school = issuer?.schools[0];
  if (!issuer || !school) throw new Error('a world without issuers');
  const holder = await generateKey();
  const now = Math.floor(Date.now() / 1000);
  const day = 86_400;
  const dayFrom = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
  const credential = unwrap(
    await issue(
      {
        iss: issuer.iss,
        iat: now - day,
        nbf: now - day,
        exp: now + 500 * day,
        dateOfIssuance: dayFrom(now - day),
        dateOfExpiry: dayFrom(now + 90 * day),
        vct: 'urn:mlegitymacja:student:1',
        holderKey: publicHalf(holder),
        status: { idx: 4095, uri: issuer.statusUri },
        schoolId: school.id,
        givenName,
        familyName,
        birthdate,
        documentNumber,
        picture: { type: 'image/avif', bytes: portrait },
      },
      { kid: issuer.issuanceKid, key: (await loadKey(worldFolder, issuer.issuanceKid)).key },
      randomBytes,
    ),
  );
  const texts: string[] = [];
  const { x, y } = publicHalf(holder);
  const parts = splitSdJwt(credential);
  const signature = parts?.issuerJwt.split('.')[2];
  if (!parts || !signature) throw new Error('not a card');
  return {
    portraitSize: portrait.length,
    async showCode(age = 0) {
      const sdJwt = await present({
        credential,
        disclose: defaultDisclosures,
        holderKey: holder,
        iat: Math.floor(Date.now() / 1000) - age,
        nonce: randomBytes(16),
      });
      const text = unwrap(pack(sdJwt));
      texts.push(text);
      return text;
    },
    planted: () => [
      { name: 'given name', bytes: Buffer.from(givenName) },
      { name: 'family name', bytes: Buffer.from(familyName) },
      { name: 'birth date', bytes: Buffer.from(birthdate) },
      { name: 'document number', bytes: Buffer.from(documentNumber) },
      // Past the headers that all pictures of this kind begin with.
      { name: 'portrait', bytes: Buffer.from(portrait).subarray(300, 340) },
      { name: 'holder’s key', bytes: Buffer.from(x, 'base64url') },
      { name: 'holder’s key, second half', bytes: Buffer.from(y, 'base64url') },
      { name: 'issuer’s signature', bytes: Buffer.from(signature, 'base64url') },
      {
        name: 'card hash',
        bytes: Buffer.from(identifyCredential(texts[0] ?? '') ?? '', 'base64url'),
      },
      ...parts.disclosures.map((text, index) => ({
        name: `disclosure ${index}`,
        bytes: Buffer.from(text),
      })),
      ...texts.flatMap((text, index) => {
        if (index % 12 > 0 && index < texts.length - 1) return [];
        return [
          // The head of a text is its compressed header; all cards of an issuer share it.
          { name: `code ${index}`, bytes: Buffer.from(text.slice(-60)) },
          { name: `hash of code ${index}`, bytes: createHash('sha256').update(text).digest() },
        ];
      }),
    ],
  };
}

function unwrap<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

/** How a value may be written: as it is, letter by byte in one byte or two, and in the codings of bytes. */
export function writingsOf({ bytes }: Planted): readonly string[] {
  const text = bytes.toString('utf8');
  const isText = Buffer.from(text).equals(bytes);
  return [
    ...(isText ? [text, encodeURIComponent(text), inTwoBytes(text)] : []),
    bytes.toString('latin1'),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...inBase64(bytes),
  ];
}

const inTwoBytes = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');

/** Inside longer Base64, a value has three looks; the letters that it shares with its neighbours are cut off. */
function inBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    const whole = padded.toString('base64url');
    const from = Math.ceil((shift * 8) / 6);
    const coded = whole.slice(from, Math.floor((padded.length * 8) / 6));
    const plain = coded.replaceAll('-', '+').replaceAll('_', '/');
    return plain === coded ? [coded] : [coded, plain];
  });
}

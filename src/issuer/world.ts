/**
 * Makes a complete small world: keys, a root, two universities and a false one, specimen cards with
 * their holders' keys, and a published feed. For trying out and for tests; its root says "specimen".
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PrivateJwk } from '../base/jws.ts';
import { issue } from '../credential/issue.ts';
import { defaultDisclosures } from '../credential/vocabulary.ts';
import { generateKey, publicHalf, randomBytes, saveKey } from './keys.ts';
import { statusListEntries } from './lists.ts';
import { drawPortrait, encodePortrait } from './portraits.ts';
import { publishFeed } from './publish.ts';
import { makeFirstRoot } from './roots.ts';
import {
  type Dice,
  drawBirthdate,
  drawName,
  planValidity,
  type SpecimenPlan,
  seededDice,
  specimenPlans,
} from './specimens.ts';
import { saveWorld, type WorldCard, type WorldIssuer } from './world-state.ts';

/** What `DIR/holders/<id>.json` holds: a card, its key, and how it is shown. */
export interface Holder {
  readonly id: string;
  /** Issuer-signed SD-JWT with all its disclosures. */
  readonly credential: string;
  readonly privateJwk: PrivateJwk;
  readonly disclose: readonly string[];
  readonly keyBinding: boolean;
  /** Seconds added to the signing time. */
  readonly iatOffset: number;
  readonly schoolName: string;
}

const student = 'urn:mlegitymacja:student:1';
const pupil = 'urn:mlegitymacja:pupil:1';

const university: WorldIssuer = {
  iss: 'https://legitymacje.akademia-okazowa.example',
  name: 'Akademia Okazowa w Krakowie',
  issuanceKid: 'okaz-a1',
  statusKid: 'okaz-a1-status',
  statusUri: 'https://legitymacje.akademia-okazowa.example/status/1',
  schools: [{ id: 'OKAZ-1', name: 'Akademia Okazowa w Krakowie', vct: [student] }],
};

const second: WorldIssuer = {
  iss: 'https://legitymacje.politechnika-wzorcowa.example',
  name: 'Politechnika Wzorcowa w Toruniu',
  issuanceKid: 'okaz-b1',
  statusKid: 'okaz-b1-status',
  statusUri: 'https://legitymacje.politechnika-wzorcowa.example/status/1',
  schools: [
    { id: 'OKAZ-2', name: 'Politechnika Wzorcowa w Toruniu', vct: [student] },
    { id: 'OKAZ-3', name: 'Liceum Akademickie Politechniki Wzorcowej', vct: [pupil] },
  ],
};

const stranger: WorldIssuer = {
  iss: 'https://legitymacje.uniwersytet-zmyslony.example',
  name: 'Uniwersytet Zmyślony',
  issuanceKid: 'okaz-x1',
  statusKid: 'okaz-x1-status',
  statusUri: 'https://legitymacje.uniwersytet-zmyslony.example/status/1',
  schools: [{ id: 'OKAZ-9', name: 'Uniwersytet Zmyślony', vct: [student] }],
};

/** Makes a world in an empty or missing directory; `at` in seconds since 1970. */
export async function makeWorld(directory: string, seed: number, at: number): Promise<void> {
  await mkdir(path.join(directory, 'holders'), { recursive: true });
  await makeFirstRoot(directory, at);
  const issuanceKeys = new Map<WorldIssuer, PrivateJwk>();
  for (const issuer of [university, second, stranger]) {
    const key = await generateKey();
    issuanceKeys.set(issuer, key);
    if (issuer === stranger) continue;
    await saveKey(directory, { kid: issuer.issuanceKid, key });
    await saveKey(directory, { kid: issuer.statusKid, key: await generateKey() });
  }
  const dice = seededDice(seed);
  const cards: WorldCard[] = [];
  for (const [index, plan] of specimenPlans.entries()) {
    const issuer = { university, pupils: second, stranger }[plan.issuer];
    const idx = index * 64 + dice(64);
    if (idx >= statusListEntries) throw new Error('status list too short');
    const issuerKey = issuanceKeys.get(issuer) as PrivateJwk;
    const holder = await makeHolder(plan, issuer, issuerKey, idx, seed + index, at, dice);
    const file = path.join(directory, 'holders', `${plan.id}.json`);
    await writeFile(file, `${JSON.stringify(holder)}\n`);
    await chmod(file, 0o600);
    if (issuer !== stranger)
      cards.push({ id: plan.id, uri: issuer.statusUri, idx, status: plan.status });
  }
  const index = { specimens: specimenPlans.map(({ id }) => ({ id })) };
  await writeFile(path.join(directory, 'holders', 'index.json'), `${JSON.stringify(index)}\n`);
  await saveWorld(directory, {
    format: 1,
    madeAt: at,
    issuers: [university, second],
    cards,
    manifestVersion: 0,
    signed: {},
  });
  await publishFeed(directory, at);
}

async function makeHolder(
  plan: SpecimenPlan,
  issuer: WorldIssuer,
  issuerKey: PrivateJwk,
  idx: number,
  portraitSeed: number,
  at: number,
  dice: Dice,
): Promise<Holder> {
  const privateJwk = await generateKey();
  const school = plan.foreignSchool
    ? second.schools[0]
    : issuer.schools.find(({ vct }) => vct.includes(plan.issuer === 'pupils' ? pupil : student));
  if (!school) throw new Error(`no school for ${plan.id}`);
  const validity = planValidity(plan, at);
  const signer = {
    issuer: { kid: issuer.issuanceKid, key: issuerKey },
    forger: { kid: issuer.issuanceKid, key: await generateKey() },
    'unlisted-key': { kid: 'okaz-unlisted', key: await generateKey() },
  }[plan.signature];
  const credential = await issue(
    {
      iss: issuer.iss,
      iat: Math.min(at, validity.nbf),
      ...validity,
      vct: plan.issuer === 'pupils' ? pupil : student,
      holderKey: publicHalf(privateJwk),
      status: { idx, uri: issuer.statusUri },
      schoolId: school.id,
      ...drawName(dice),
      birthdate: drawBirthdate(plan.age, at, dice),
      documentNumber: `OKAZ-${String(dice(1_000_000)).padStart(6, '0')}`,
      picture: {
        type: 'image/avif',
        bytes: new Uint8Array(
          await encodePortrait(drawPortrait({ seed: portraitSeed }), { maxBytes: 600 }),
        ),
      },
    },
    signer,
    randomBytes,
  );
  if (!credential.ok) throw new Error(`${plan.id}: ${credential.failure}`);
  return {
    id: plan.id,
    credential: credential.value,
    privateJwk,
    disclose: defaultDisclosures.filter((name) => !plan.hide.includes(name)),
    keyBinding: plan.keyBinding,
    iatOffset: plan.iatOffset,
    schoolName: school.name,
  };
}

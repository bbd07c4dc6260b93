/**
 * Makes the training's pack: a root of its own, its signed lists, and the codes of specimens for every
 * verdict, each signed for the instant at which it is shown. All keys are made for one pack and go
 * with the folder that they lay in: nothing can be signed under its root afterwards.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PrivateJwk } from '../base/jws.ts';
import { type IssuerKey, issue } from '../credential/issue.ts';
import { pack } from '../credential/pack.ts';
import { present } from '../credential/present.ts';
import { defaultDisclosures } from '../credential/vocabulary.ts';
import { readFeed } from './feed-folder.ts';
import { generateKey, publicHalf, randomBytes, saveKey } from './keys.ts';
import { drawPortrait, encodePortrait } from './portraits.ts';
import { publishFeed } from './publish.ts';
import { makeFirstRoot } from './roots.ts';
import {
  type TrainingCard,
  type TrainingShowing,
  trainingCards,
  trainingMadeAt,
  trainingShowings,
} from './training-plans.ts';
import { saveWorld, type WorldCard, type WorldIssuer } from './world-state.ts';

/** What the verifier takes with it. */
export interface TrainingPack {
  readonly firstRoot: string;
  readonly manifest: string;
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
  /** Drawn faces, as SVG. */
  readonly faces: readonly string[];
  readonly specimens: readonly PackedSpecimen[];
}

/** One specimen of the pack. */
export interface PackedSpecimen {
  readonly id: string;
  /** When it is shown and checked, seconds since 1970. */
  readonly at: number;
  readonly code: string;
  readonly policy: string;
  /** The bearer's face: its place among `faces`. */
  readonly bearer: number;
}

interface IssuedCard {
  readonly credential: string;
  readonly holderKey: PrivateJwk;
}

const student = 'urn:mlegitymacja:student:1';
const pupil = 'urn:mlegitymacja:pupil:1';
const iss = 'https://legitymacje.akademia-cwiczen.example';
const issuer: WorldIssuer = {
  iss,
  name: 'Akademia Ćwiczeń w Okazowie',
  issuanceKid: 'okaz-t1',
  statusKid: 'okaz-t1-status',
  statusUri: `${iss}/status/1`,
  schools: [
    { id: 'OKAZ-T1', name: 'Akademia Ćwiczeń w Okazowie', vct: [student] },
    { id: 'OKAZ-T2', name: 'Liceum Ćwiczeń w Okazowie', vct: [pupil] },
  ],
};
const strangerIss = 'https://legitymacje.uczelnia-nieznana.example';

const day = 86_400;
/** Seconds for which a card's signature outlives its printed end. */
const signatureReserve = 400 * day;
/** Seconds between signing a code and scanning it. */
const reading = 4;

/** Makes a pack; each call makes new keys, and so a new root. */
export async function makeTrainingPack(): Promise<TrainingPack> {
  const directory = await mkdtemp(path.join(tmpdir(), 'mleg-training-'));
  try {
    return await makeIn(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function makeIn(directory: string): Promise<TrainingPack> {
  await makeFirstRoot(directory, trainingMadeAt);
  const own = { kid: issuer.issuanceKid, key: await generateKey() };
  await saveKey(directory, own);
  await saveKey(directory, { kid: issuer.statusKid, key: await generateKey() });
  const signers = {
    issuer: own,
    forger: { kid: own.kid, key: await generateKey() },
    stranger: { kid: 'okaz-t9', key: await generateKey() },
  };
  const plans = Object.entries<TrainingCard>(trainingCards);
  await saveWorld(directory, {
    format: 1,
    madeAt: trainingMadeAt,
    issuers: [issuer],
    cards: plans.map(
      ([id, { status }], idx): WorldCard => ({
        id,
        uri: issuer.statusUri,
        idx,
        status: status ?? 'valid',
      }),
    ),
    manifestVersion: 0,
    signed: {},
  });
  await publishFeed(directory, trainingMadeAt);
  const cards = new Map<string, IssuedCard>();
  for (const [idx, [name, plan]] of plans.entries())
    cards.set(name, await issueCard(plan, idx, signers[plan.signer ?? 'issuer']));

  const feed = await readFeed(path.join(directory, 'feed'));
  if (!feed.ok) throw new Error(`the training's feed: ${feed.failure}`);
  const faces = new Map<number, string>();
  const specimens: PackedSpecimen[] = [];
  for (const [id, showing] of Object.entries<TrainingShowing>(trainingShowings)) {
    const seed = bearerOf(showing);
    faces.set(seed, faces.get(seed) ?? drawPortrait({ seed }));
    specimens.push({
      id,
      at: trainingMadeAt + showing.after,
      code: await showCode(showing, cards),
      policy: showing.policy,
      bearer: [...faces.keys()].indexOf(seed),
    });
  }
  return {
    firstRoot: await readFile(path.join(directory, 'feed', 'root', '1.json'), 'utf8'),
    manifest: feed.value.manifest,
    files: Object.fromEntries(feed.value.files),
    faces: [...faces.values()],
    specimens,
  };
}

async function issueCard(plan: TrainingCard, idx: number, signer: IssuerKey): Promise<IssuedCard> {
  const holderKey = await generateKey();
  const { dateOfIssuance = '2026-10-01', dateOfExpiry = '2027-03-31' } = plan;
  const nbf = Date.parse(dateOfIssuance) / 1000;
  const isPupil = plan.kind === 'pupil';
  const portrait = await encodePortrait(drawPortrait({ seed: plan.face }));
  const credential = await issue(
    {
      iss: plan.signer === 'stranger' ? strangerIss : issuer.iss,
      iat: Math.min(trainingMadeAt, nbf),
      nbf,
      exp: Date.parse(dateOfExpiry) / 1000 + signatureReserve,
      vct: isPupil ? pupil : student,
      holderKey: publicHalf(holderKey),
      status: { idx, uri: issuer.statusUri },
      schoolId: isPupil ? 'OKAZ-T2' : 'OKAZ-T1',
      dateOfIssuance,
      dateOfExpiry,
      givenName: plan.givenName,
      familyName: plan.familyName,
      birthdate: plan.birthdate,
      documentNumber: `OKAZ-T${String(idx).padStart(5, '0')}`,
      picture: { type: 'image/avif', bytes: new Uint8Array(portrait) },
    },
    signer,
    randomBytes,
  );
  if (!credential.ok) throw new Error(`${plan.familyName}: ${credential.failure}`);
  return { credential: credential.value, holderKey };
}

async function showCode(
  { shows, after, hide = [], age = reading, unbound, cutTo }: TrainingShowing,
  cards: ReadonlyMap<string, IssuedCard>,
): Promise<string> {
  if (typeof shows === 'object') return shows.text;
  const card = cards.get(shows);
  if (!card) throw new Error(`no card ${shows}`);
  const code = pack(
    await present({
      credential: card.credential,
      disclose: defaultDisclosures.filter((name) => !hide.includes(name)),
      holderKey: unbound ? null : card.holderKey,
      iat: trainingMadeAt + after - age,
      nonce: randomBytes(16),
    }),
  );
  if (!code.ok) throw new Error(`${shows}: ${code.failure}`);
  return code.value.slice(0, cutTo);
}

function bearerOf({ shows, bearer }: TrainingShowing): number {
  const own = typeof shows === 'string' ? trainingCards[shows].face : undefined;
  const seed = bearer ?? own;
  if (seed === undefined) throw new Error('nobody shows this code');
  return seed;
}

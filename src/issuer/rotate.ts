/**
 * Replacing keys: of a role of the root, and of an issuer's services. The new key is on the disk before
 * anything that needs it is published; everything that the old one signed is signed anew and published at once;
 * then the old private key is deleted. A run that is cut goes on with the next publishing.
 */
import type { PublicJwk } from '../base/public-key.ts';
import type { RoleName } from '../trust/root.ts';
import { deleteKey, generateKey, loadKey, nextKid, publicHalf, saveKey } from './keys.ts';
import { type Publication, publishWorld } from './publish.ts';
import { newestRoot, replaceKey } from './roots.ts';
import { withWorldLock } from './world-lock.ts';
import {
  type FormerKey,
  firstKeysFrom,
  loadWorld,
  type ServiceKind,
  type World,
  type WorldIssuer,
} from './world-state.ts';

/** Why nothing was rotated: the caller named what is not there, or not enough. */
export type RotationFailure = 'unknown-key' | 'several-keys' | 'unknown-issuer';

/** The names of the keys, and what was published. `now` is null where a former key was withdrawn. */
export interface Rotation {
  readonly before: string;
  readonly now: string | null;
  readonly publication: Publication;
}

/** Which key of which service. */
export interface ServiceKeyChoice {
  readonly iss: string;
  readonly service: ServiceKind;
  /** The present one where it is null. */
  readonly kid: string | null;
  /** The key was stolen: cards that it signed count no more, whenever they were signed. */
  readonly withdraw: boolean;
}

interface PresentKey extends Pick<ServiceKeyChoice, 'service' | 'withdraw'> {
  readonly world: World;
  readonly issuer: WorldIssuer;
}

/** Gives a role a new key in place of `kid`, which may be null where the role has only one. */
export function rotateRole(
  directory: string,
  role: RoleName,
  kid: string | null,
  now: number,
): Promise<Rotation | RotationFailure> {
  return withWorldLock(directory, async () => {
    const world = await loadWorld(directory);
    const root = await newestRoot(directory);
    const { keyIds } = root.roles[role];
    const [only, ...others] = keyIds;
    if (kid === null && others.length > 0) return 'several-keys';
    const old = kid ?? only;
    if (old === undefined || !keyIds.includes(old)) return 'unknown-key';
    const replacement = {
      kid: await nextKid(directory, old, [...root.keys.keys()]),
      key: await generateKey(),
    };
    const newRoot = await replaceKey(directory, root, role, old, replacement, now);
    await saveKey(directory, replacement);
    const publication = await publishWorld(directory, world, now, { all: false, newRoot });
    if (!newRoot.root.keys.has(old)) await deleteKey(directory, old);
    return { before: old, now: replacement.kid, publication };
  });
}

/** Gives an issuer's service a new key, or withdraws a former one. */
export function rotateService(
  directory: string,
  choice: ServiceKeyChoice,
  now: number,
): Promise<Rotation | RotationFailure> {
  return withWorldLock(directory, async () => {
    const world = await loadWorld(directory);
    const issuer = world.issuers.find(({ iss }) => iss === choice.iss);
    if (!issuer) return 'unknown-issuer';
    const { service, kid, withdraw } = choice;
    const present = service === 'issuance' ? issuer.issuanceKid : issuer.statusKid;
    const publish = (changed: WorldIssuer): Promise<Publication> =>
      publishWorld(directory, replaceIssuer(world, changed), now, { all: false, newRoot: null });
    if (kid !== null && kid !== present) {
      const changed = withdraw ? withdrawFormerKey(issuer, service, kid) : null;
      return changed
        ? { before: kid, now: null, publication: await publish(changed) }
        : 'unknown-key';
    }
    const former = (issuer.formerKeys ?? []).map((key) => key.kid);
    const replacement = {
      kid: await nextKid(directory, present, former),
      key: await generateKey(),
    };
    await saveKey(directory, replacement);
    const oldKey = publicHalf((await loadKey(directory, present)).key);
    const chosen = { world, issuer, service, withdraw };
    const changed = replaceServiceKey(chosen, oldKey, replacement.kid, now);
    const publication = await publish(changed);
    await deleteKey(directory, present);
    return { before: present, now: replacement.kid, publication };
  });
}

function replaceServiceKey(
  { world, issuer, service, withdraw }: PresentKey,
  key: PublicJwk,
  kid: string,
  now: number,
): WorldIssuer {
  const former: FormerKey = {
    service,
    kid: service === 'issuance' ? issuer.issuanceKid : issuer.statusKid,
    key,
    from: issuer.keysFrom?.[service] ?? firstKeysFrom(world),
    until: now,
    // All that a status key signed is signed anew: nothing of it needs to hold any longer.
    withdrawn: withdraw || service === 'status',
  };
  return {
    ...issuer,
    ...(service === 'issuance' ? { issuanceKid: kid } : { statusKid: kid }),
    keysFrom: { ...issuer.keysFrom, [service]: now },
    formerKeys: [...(issuer.formerKeys ?? []), former],
  };
}

/** The issuer with one of its former keys withdrawn; null where it has no such key. */
function withdrawFormerKey(
  issuer: WorldIssuer,
  service: ServiceKind,
  kid: string,
): WorldIssuer | null {
  const isMeant = (key: FormerKey): boolean => key.kid === kid && key.service === service;
  const { formerKeys = [] } = issuer;
  if (!formerKeys.some(isMeant)) return null;
  return {
    ...issuer,
    formerKeys: formerKeys.map((key) => (isMeant(key) ? { ...key, withdrawn: true } : key)),
  };
}

const replaceIssuer = (world: World, changed: WorldIssuer): World => ({
  ...world,
  issuers: world.issuers.map((issuer) => (issuer.iss === changed.iss ? changed : issuer)),
});

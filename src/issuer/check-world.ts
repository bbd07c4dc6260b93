/**
 * Whether a world is whole: what its state and its newest root speak of is on the disk. Root keys may
 * be elsewhere, and what the files hold is for those who open them.
 */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { newestRoot } from './roots.ts';
import { loadWorld, WorldError } from './world-state.ts';

/** Throws `WorldError` for a world that is missing or damaged. */
export async function checkWorld(directory: string): Promise<void> {
  const { cards, issuers, signed } = await loadWorld(directory);
  const { roles } = await newestRoot(directory);
  const wanted = [
    'holders/index.json',
    ...[...roles.manifest.keyIds, ...roles.lists.keyIds].map((kid) => `keys/${kid}.json`),
    ...issuers.flatMap(({ issuanceKid, statusKid }) => [
      `keys/${issuanceKid}.json`,
      `keys/${statusKid}.json`,
    ]),
    ...cards.map(({ id }) => `holders/${id}.json`),
    ...Object.values(signed).map((file) => `feed/${file.path}`),
  ];
  for (const file of wanted)
    await access(path.join(directory, file)).catch(() => {
      throw new WorldError('world-damaged', directory, file);
    });
}

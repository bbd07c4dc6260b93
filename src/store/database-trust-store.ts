/**
 * The trust store in IndexedDB. One transaction writes a generation with all its files and removes
 * what belonged only to the one before, so that a reader sees one or the other, never a mixture.
 */
import type { GenerationRow, VerifierDatabase } from './database.ts';
import type { StoredFeed, TrustStore } from './trust-store.ts';

/** Makes a store; the database is opened at first use, and anew when its connection was lost. */
export function createDatabaseTrustStore(open: () => Promise<VerifierDatabase>): TrustStore {
  let database: Promise<VerifierDatabase> | null = null;

  const withDatabase = async <T>(use: (database: VerifierDatabase) => Promise<T>): Promise<T> => {
    database ??= open();
    try {
      return await use(await database);
    } catch (error) {
      database = null;
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      database = open();
      return use(await database);
    }
  };

  return {
    load: () => withDatabase(loadGeneration),
    save: (stored) => withDatabase((to) => saveGeneration(to, stored)),
  };
}

async function loadGeneration(database: VerifierDatabase): Promise<StoredFeed | null> {
  const transaction = database.transaction(['generation', 'files'], 'readonly');
  const [row, files] = await Promise.all([
    transaction.objectStore('generation').get('current'),
    transaction.objectStore('files').getAll(),
    transaction.done,
  ]);
  if (!row || !isWhole(row)) return null;
  const { roots, manifest, floors, syncedAt } = row;
  const texts = new Map(
    files.filter(({ text }) => typeof text === 'string').map(({ path, text }) => [path, text]),
  );
  return { feed: { roots, manifest, files: texts }, floors, syncedAt };
}

/** A row that somebody or something altered is no generation: its lists are missing. */
const isWhole = ({ roots, manifest, floors, syncedAt }: Partial<GenerationRow>): boolean =>
  Array.isArray(roots) &&
  roots.every((text) => typeof text === 'string') &&
  typeof manifest === 'string' &&
  typeof syncedAt === 'number' &&
  typeof floors?.rootVersion === 'number' &&
  typeof floors.manifest?.version === 'number' &&
  typeof floors.lists?.trustList?.number === 'number' &&
  typeof floors.lists.policies?.number === 'number' &&
  typeof floors.status === 'object';

async function saveGeneration(database: VerifierDatabase, stored: StoredFeed): Promise<void> {
  const { feed, floors, syncedAt } = stored;
  const transaction = database.transaction(['generation', 'files'], 'readwrite', {
    durability: 'strict',
  });
  const files = transaction.objectStore('files');
  const written = [...feed.files].map(([path, text]) => files.put({ path, text }));
  const old = (await files.getAllKeys()).filter((path) => !feed.files.has(path));
  await Promise.all([
    ...written,
    ...old.map((path) => files.delete(path)),
    transaction
      .objectStore('generation')
      .put({ id: 'current', roots: feed.roots, manifest: feed.manifest, floors, syncedAt }),
    transaction.done,
  ]);
}

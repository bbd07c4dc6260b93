/**
 * The trust store in IndexedDB. One transaction writes a generation with all its files and removes
 * what belonged only to the one before, so that a reader sees one or the other, never a mixture.
 * Floors are also told to a witness, and remembered while this store lives.
 */
import { type Floors, mergeFloors } from '../trust/floors.ts';
import type { RowId, VerifierDatabase } from './database.ts';
import { openSealedText, sealText } from './sealed-text.ts';
import type { FloorWitness, StoreContents, StoredFeed, TrustStore } from './trust-store.ts';

/** A generation without its files. */
type GenerationRow = Omit<StoredFeed, 'feed'> & {
  readonly roots: readonly string[];
  readonly manifest: string;
  readonly paths: readonly string[];
};

/** Makes a store; the database is opened at first use, and once anew when its connection was lost. */
export function createDatabaseTrustStore(
  open: () => Promise<VerifierDatabase>,
  witness: FloorWitness,
): TrustStore {
  let database: Promise<VerifierDatabase> | null = null;
  let remembered: Floors | null = null;

  const withDatabase = async <T>(use: (database: VerifierDatabase) => Promise<T>): Promise<T> => {
    database ??= open();
    try {
      return await use(await database);
    } catch (error) {
      database = null;
      if (!isLostConnection(error)) throw error;
      database = open();
      return use(await database);
    }
  };

  return {
    async load() {
      const [contents, witnessed] = await Promise.all([withDatabase(loadContents), witness.read()]);
      remembered = mergeFloors(mergeFloors(contents.floors, witnessed), remembered);
      return { ...contents, floors: remembered };
    },
    async save(stored, lastSeen) {
      await withDatabase((to) => saveGeneration(to, stored, lastSeen));
      remembered = mergeFloors(stored.floors, remembered);
      // The generation is safe already: a witness that is out of space costs it nothing.
      await witness.write(stored.floors).catch(() => undefined);
    },
    keepRoots: (roots) => withDatabase((to) => putRow(to, 'roots', roots)),
    stage: (files) => withDatabase((to) => stageFiles(to, files)),
    noteTime: (at) => withDatabase((to) => putRow(to, 'last-seen', at)),
  };
}

/** What reopening may mend: a closed handle, an aborted transaction, Safari's "connection lost". */
const isLostConnection = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['InvalidStateError', 'AbortError', 'UnknownError'].includes(error.name);

async function loadContents(database: VerifierDatabase): Promise<StoreContents> {
  const transaction = database.transaction(['rows', 'files'], 'readonly');
  const rows = transaction.objectStore('rows');
  const [generation, ahead, seen, rowsOfFiles] = await Promise.all([
    rows.get('generation'),
    rows.get('roots'),
    rows.get('last-seen'),
    transaction.objectStore('files').getAll(),
    transaction.done,
  ]);
  const files = new Map(
    rowsOfFiles
      .filter(({ text }) => typeof text === 'string')
      .map(({ path, text }) => [path, text]),
  );
  const row = (await openSealedText(generation)) as GenerationRow | null;
  const lastSeen = (await openSealedText(seen)) as number | null;
  const rootsAhead = (await openSealedText(ahead)) as readonly string[] | null;
  if (!row) return { stored: null, roots: rootsAhead ?? [], floors: null, files, lastSeen };
  const { roots, manifest, paths, ...rest } = row;
  const own = new Map(paths.flatMap((path) => pair(path, files.get(path))));
  const stored: StoredFeed = { feed: { roots, manifest, files: own }, ...rest };
  return { stored, roots: rootsAhead ?? roots, floors: row.floors, files, lastSeen };
}

const pair = (path: string, text: string | undefined): readonly (readonly [string, string])[] =>
  text === undefined ? [] : [[path, text]];

async function saveGeneration(
  database: VerifierDatabase,
  stored: StoredFeed,
  lastSeen: number | null,
): Promise<void> {
  const { feed, floors, syncedAt, etag } = stored;
  const { roots, manifest } = feed;
  const paths = [...feed.files.keys()];
  const row: GenerationRow = { roots, manifest, paths, floors, syncedAt, etag };
  const sealed = await sealText(row);
  const seen = lastSeen === null ? null : await sealText(lastSeen);
  const transaction = database.transaction(['rows', 'files'], 'readwrite', {
    durability: 'strict',
  });
  const rows = transaction.objectStore('rows');
  const files = transaction.objectStore('files');
  const old = new Map((await files.getAll()).map(({ path, text }) => [path, text]));
  const changed = [...feed.files].filter(([path, text]) => old.get(path) !== text);
  await finish(transaction.done, [
    ...changed.map(([path, text]) => files.put({ path, text })),
    ...[...old.keys()].filter((path) => !feed.files.has(path)).map((path) => files.delete(path)),
    rows.put({ id: 'generation', ...sealed }),
    rows.delete('roots'),
    seen ? rows.put({ id: 'last-seen', ...seen }) : rows.delete('last-seen'),
  ]);
}

async function stageFiles(
  database: VerifierDatabase,
  staged: ReadonlyMap<string, string>,
): Promise<void> {
  const transaction = database.transaction('files', 'readwrite');
  await finish(
    transaction.done,
    [...staged].map(([path, text]) => transaction.store.put({ path, text })),
  );
}

/** Rejects with the transaction's own error: of its requests, all but the guilty one say "aborted". */
async function finish(done: Promise<void>, requests: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled([...requests, done]);
  await done;
}

async function putRow(database: VerifierDatabase, id: RowId, value: unknown): Promise<void> {
  await database.put('rows', { id, ...(await sealText(value)) });
}

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

/** Milliseconds. */
const closingTime = 100;

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
      // A database that was closed this moment opens only when its closing is over.
      await new Promise((resolve) => setTimeout(resolve, closingTime));
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
      await withDatabase(async (to) => {
        try {
          await saveGeneration(to, stored, lastSeen);
        } catch (error) {
          if (!isOutOfRoom(error)) throw error;
          // Deletions make room only once they are done.
          await stageFiles(to, new Map(), new Set());
          await saveGeneration(to, stored, lastSeen);
        }
      });
      const floors = mergeFloors(stored.floors, remembered) ?? stored.floors;
      remembered = floors;
      // The generation is safe already: a witness that is out of space costs it nothing.
      await witness.write(floors).catch(() => undefined);
    },
    keepRoots: (roots) => withDatabase((to) => putRow(to, 'roots', roots)),
    stage: (files, wanted) => withDatabase((to) => stageFiles(to, files, wanted)),
    noteTime: (at) => withDatabase((to) => noteTime(to, at)),
  };
}

/** What reopening may mend: a closed handle, an aborted transaction, Safari's "connection lost". */
const isLostConnection = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['InvalidStateError', 'AbortError', 'UnknownError'].includes(error.name);

const isOutOfRoom = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

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
  lastSeen: 'keep' | 'forget',
): Promise<void> {
  const { feed, floors, syncedAt, etag } = stored;
  const { roots, manifest } = feed;
  const paths = [...feed.files.keys()];
  const row: GenerationRow = { roots, manifest, paths, floors, syncedAt, etag };
  const sealed = await sealText(row);
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
    ...(lastSeen === 'forget' ? [rows.delete('last-seen')] : []),
  ]);
}

/** Stages files and throws away what neither the generation nor `wanted` names. */
async function stageFiles(
  database: VerifierDatabase,
  staged: ReadonlyMap<string, string>,
  wanted: ReadonlySet<string>,
): Promise<void> {
  const row = (await openSealedText(
    await database.get('rows', 'generation'),
  )) as GenerationRow | null;
  const kept = new Set([...wanted, ...staged.keys(), ...(row?.paths ?? [])]);
  const transaction = database.transaction('files', 'readwrite');
  const old = await transaction.store.getAllKeys();
  await finish(transaction.done, [
    ...old.filter((path) => !kept.has(path)).map((path) => transaction.store.delete(path)),
    ...[...staged].map(([path, text]) => transaction.store.put({ path, text })),
  ]);
}

/** Rejects with the transaction's own error: of its requests, all but the guilty one say "aborted". */
async function finish(done: Promise<void>, requests: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled([...requests, done]);
  await done;
}

async function putRow(database: VerifierDatabase, id: RowId, value: unknown): Promise<void> {
  await database.put('rows', { id, ...(await sealText(value)) });
}

async function noteTime(database: VerifierDatabase, at: number): Promise<void> {
  const row = { id: 'last-seen', ...(await sealText(at)) } as const;
  const transaction = database.transaction('rows', 'readwrite');
  const known = await transaction.store.get('last-seen');
  const isLater = !(Number(known?.text) >= at);
  await finish(transaction.done, isLater ? [transaction.store.put(row)] : []);
}

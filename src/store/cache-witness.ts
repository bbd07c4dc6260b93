/**
 * The witness of the floors in Cache Storage, which lies apart from IndexedDB: Chromium empties a
 * corrupted database without an error, and numbers must not go back for that.
 */
import type { Floors } from '../trust/floors.ts';
import { openSealedText, sealText } from './sealed-text.ts';
import type { FloorWitness } from './trust-store.ts';

/** The witness of an app at its host's root. */
export const witnessName = 'mleg-floors';
/** Milliseconds: a cache that does not answer must not keep the lists waiting. */
const patience = 1000;

/** Makes a witness; without Cache Storage it knows nothing and keeps nothing. */
export function createCacheWitness(
  caches: CacheStorage | undefined,
  name = witnessName,
): FloorWitness {
  const address = '/floors';

  async function read(): Promise<Floors | null> {
    const response = await (await caches?.open(name))?.match(address);
    return response ? ((await openSealedText(await response.json())) as Floors | null) : null;
  }

  async function write(floors: Floors): Promise<void> {
    const cache = await caches?.open(name);
    await cache?.put(address, new Response(JSON.stringify(await sealText(floors))));
  }

  return {
    // A witness that cannot speak is no witness; the store's own floors still hold.
    read: () => Promise.race([read().catch(() => null), silence(null)]),
    async write(floors) {
      const isDone = write(floors).then(() => true);
      if (await Promise.race([isDone, silence(false)])) return;
      // Seen in Chromium 156: a tab that dies in mid-`put` leaves a cache that answers nobody until it is deleted.
      const isRenewed = caches?.delete(name).then(() => write(floors));
      await Promise.race([isRenewed, silence(null)]);
    },
  };
}

const silence = <T>(answer: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(answer), patience));

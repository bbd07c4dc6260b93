/**
 * The witness of the floors in Cache Storage, which lies apart from IndexedDB: Chromium empties a
 * corrupted database without an error, and numbers must not go back for that.
 */
import type { Floors } from '../trust/floors.ts';
import { openSealedText, sealText } from './sealed-text.ts';
import type { FloorWitness } from './trust-store.ts';

/** Makes a witness; without Cache Storage it knows nothing and keeps nothing. */
export function createCacheWitness(
  caches: CacheStorage | undefined,
  name = 'mleg-floors',
): FloorWitness {
  const address = '/floors';
  return {
    async read() {
      try {
        const response = await (await caches?.open(name))?.match(address);
        return response ? ((await openSealedText(await response.json())) as Floors | null) : null;
      } catch {
        // A witness that cannot speak is no witness; the store's own floors still hold.
        return null;
      }
    },
    async write(floors) {
      const cache = await caches?.open(name);
      await cache?.put(address, new Response(JSON.stringify(await sealText(floors))));
    },
  };
}

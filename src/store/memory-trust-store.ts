/**
 * A store that lasts as long as the page or the command: the same contract as the database's.
 */
import type { StoredFeed, TrustStore } from './trust-store.ts';

/** Makes an empty store in memory. */
export function createMemoryTrustStore(): TrustStore {
  let current: StoredFeed | null = null;
  return {
    load: async () => current,
    save: async (stored) => {
      current = stored;
    },
  };
}

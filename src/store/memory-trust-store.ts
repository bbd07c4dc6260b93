/**
 * A store that lasts as long as the page or the command: the same contract as the database's.
 */
import { mergeFloors } from '../trust/floors.ts';
import type { StoreContents, TrustStore } from './trust-store.ts';

/** Makes an empty store in memory. */
export function createMemoryTrustStore(): TrustStore {
  let contents: StoreContents = {
    stored: null,
    roots: [],
    floors: null,
    files: new Map(),
    lastSeen: null,
  };
  return {
    load: async () => contents,
    save: async (stored, lastSeen) => {
      const floors = mergeFloors(stored.floors, contents.floors);
      const { roots, files } = stored.feed;
      const seen = lastSeen === 'keep' ? contents.lastSeen : null;
      contents = { stored, roots, floors, files, lastSeen: seen };
    },
    keepRoots: async (roots) => {
      contents = { ...contents, roots };
    },
    stage: async (files, wanted) => {
      const own = contents.stored?.feed.files;
      const kept = [...contents.files].filter(([path]) => wanted.has(path) || own?.has(path));
      contents = { ...contents, files: new Map([...kept, ...files]) };
    },
    noteTime: async (at) => {
      contents = { ...contents, lastSeen: Math.max(at, contents.lastSeen ?? at) };
    },
  };
}

/**
 * Remembers which discount was chosen last. A browser that refuses even that only forgets it.
 */

const key = 'mleg.policy';

/** Reads and writes the chosen policy's id. */
export const policyMemory = {
  read(): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(id: string): void {
    try {
      localStorage.setItem(key, id);
    } catch {
      // Full or forbidden: the choice holds until the page is closed.
    }
  },
};

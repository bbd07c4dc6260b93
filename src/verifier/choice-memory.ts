/**
 * Remembers choices from visit to visit, one text under one key: settings, the camera, what a scanner
 * adds to its codes. A browser that refuses even that only forgets them. Apps under two paths of one
 * host are two apps: each has names of its own.
 */

/** Reads, writes and removes one choice. */
export interface ChoiceMemory {
  read(): string | null;
  write(choice: string): void;
  clear(): void;
}

/** A name in storage that this app shares with no other app of its host. */
export function scopedName(name: string): string {
  const { pathname } = new URL('.', document.baseURI);
  return pathname === '/' ? name : `${name} ${pathname}`;
}

/** The memory of one choice. */
export const rememberChoice = (key: string): ChoiceMemory => ({
  read() {
    try {
      return localStorage.getItem(scopedName(key));
    } catch {
      return null;
    }
  },
  write(choice) {
    try {
      localStorage.setItem(scopedName(key), choice);
    } catch {
      // Full or forbidden: the choice holds until the page is closed.
    }
  },
  clear() {
    try {
      localStorage.removeItem(scopedName(key));
    } catch {
      // Nothing was kept.
    }
  },
});

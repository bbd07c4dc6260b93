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

/** What sets this app's names in storage apart from those of other apps of its host; nothing at its root. */
export function appScope(): string {
  const { pathname } = new URL('.', document.baseURI);
  return pathname === '/' ? '' : ` ${pathname}`;
}

/** The memory of one choice. */
export const rememberChoice = (key: string): ChoiceMemory => ({
  read() {
    try {
      return localStorage.getItem(key + appScope());
    } catch {
      return null;
    }
  },
  write(choice) {
    try {
      localStorage.setItem(key + appScope(), choice);
    } catch {
      // Full or forbidden: the choice holds until the page is closed.
    }
  },
  clear() {
    try {
      localStorage.removeItem(key + appScope());
    } catch {
      // Nothing was kept.
    }
  },
});

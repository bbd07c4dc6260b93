/**
 * Remembers choices from visit to visit, one text under one key: the discount, the camera, what a
 * scanner adds to its codes. A browser that refuses even that only forgets them.
 */

/** Reads and writes one choice. */
export interface ChoiceMemory {
  read(): string | null;
  write(choice: string): void;
}

/** The memory of one choice. */
export const rememberChoice = (key: string): ChoiceMemory => ({
  read() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(choice) {
    try {
      localStorage.setItem(key, choice);
    } catch {
      // Full or forbidden: the choice holds until the page is closed.
    }
  },
});

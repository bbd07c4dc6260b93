/**
 * Asks the browser not to clear the lists by itself when room gets short. It may refuse, and often
 * agrees once the app is installed: so it is asked after each update until it has agreed.
 */
import type { Signal } from '@preact/signals';

/** Asks, and says what the browser answered; browsers that cannot be asked count as refusing. */
export async function askForPersistence(answer: Signal<boolean | null>): Promise<void> {
  if (answer.peek() === true) return;
  const { storage } = navigator as { readonly storage?: StorageManager };
  answer.value = (await storage?.persist?.().catch(() => false)) ?? false;
}

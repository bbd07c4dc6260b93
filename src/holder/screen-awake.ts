/**
 * Keeps the screen from dimming while a code is shown. The browser drops the lock whenever the page
 * is hidden, so it is asked for again on each return. A browser that refuses costs nothing but light.
 */

/** Holds the screen awake while the page is visible; the result lets go. */
export function keepScreenAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;

  async function acquire(): Promise<void> {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      const taken = await navigator.wakeLock.request('screen');
      if (isWanted) lock = taken;
      else await taken.release();
    } catch {
      // Refused to save the battery, or hidden again meanwhile: the next return asks anew.
    }
  }

  const onVisibility = (): void => void acquire();
  document.addEventListener('visibilitychange', onVisibility);
  void acquire();
  return () => {
    isWanted = false;
    document.removeEventListener('visibilitychange', onVisibility);
    void lock?.release();
  };
}

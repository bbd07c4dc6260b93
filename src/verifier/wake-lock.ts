/**
 * Keeps the screen on while the app is in front: a shift has no time for unlocking.
 */

/** Takes the wake lock now and whenever the app comes back to the front. */
export function keepScreenAwake(): void {
  const take = (): void => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    // Refused on low battery: the screen then sleeps as it always does.
    navigator.wakeLock.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', take);
  take();
}

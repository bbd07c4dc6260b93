/**
 * Whether this page runs as an installed app, in a window of its own. A browser's own full screen is
 * none: a kiosk that was never installed has that, too.
 */

/** Asked once; an app does not move between windows. */
export function runsStandalone(): boolean {
  // Safari on iOS has a word of its own for it.
  const { standalone } = navigator as { readonly standalone?: boolean };
  const modes = ['standalone', 'minimal-ui', 'window-controls-overlay'];
  return standalone === true || modes.some((mode) => matchMedia(`(display-mode: ${mode})`).matches);
}

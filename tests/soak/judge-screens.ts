/**
 * What a tab may have shown, from its first moment to its last. A number that was on the screen is
 * acknowledged: whoever saw it relies on it, whatever happens to the device afterwards.
 */
import type { ScreenState } from './watch-scripts.ts';
import { Violation, type WatchedTab } from './watched-tab.ts';

/** The highest generation that these tabs have shown; 0 for none. */
export const highestShown = (tabs: readonly WatchedTab[]): number =>
  Math.max(0, ...tabs.flatMap(({ screens }) => screens.map(versionOf)));

/**
 * Throws a `Violation` unless the tab restored at least generation `floor` and went on from there.
 * The feed is honest and there is room: no synchronisation may fail.
 */
export function judgeScreens({ screens }: WatchedTab, floor: number): void {
  const open = screens.filter(({ lists }) => lists !== 'opening');
  let last = floor;
  for (const [place, screen] of open.entries()) {
    const name = place === 0 ? 'restored' : 'shown';
    const say = (what: string): Violation =>
      new Violation(`${what}: ${name} ${JSON.stringify(screen)} after generation ${last}`);
    if (screen.lost === 'true') throw say('lists were lost');
    if (last > 0 && screen.lists !== 'fresh') throw say('lists that had been there do not decide');
    if (versionOf(screen) < last) throw say('the number went back');
    if (!['idle', 'running', 'waiting', 'done'].includes(screen.sync))
      throw say('a synchronisation failed');
    last = versionOf(screen);
  }
}

const versionOf = ({ generation }: ScreenState): number => generation ?? 0;

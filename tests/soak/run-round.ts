/**
 * One round: open the app, let it restore and synchronise, strike, and look at what is left. Everything
 * that was told before the strike is judged after it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext } from 'playwright';
import type { DoomedBrowser } from './doomed-browser.ts';
import { highestShown, judgeScreens } from './judge-screens.ts';
import type { RoundPlan } from './plan-round.ts';
import { readStored, type StoredState } from './stored-state.ts';
import type { Phase } from './watch-scripts.ts';
import { openTab, untilSo, Violation, type WatchedTab } from './watched-tab.ts';

/** The app on its device. */
export interface Scene {
  readonly browser: DoomedBrowser;
  readonly url: string;
  /** A page of the app's origin that does not run the app. */
  readonly emptyUrl: string;
}

/** What a round came to. */
export interface RoundOutcome {
  /** The last phase that was told before the strike. */
  readonly phase: Phase;
  /** What is stored is newer than anything that was shown. */
  readonly isAhead: boolean;
  /** The platform no longer lets anybody read the floors' witness. */
  readonly isWitnessStuck: boolean;
  /** The generation below which the device must not fall from now on. */
  readonly acknowledged: number;
}

/** Plays a round on a device that has acknowledged a generation. Throws a `Violation`. */
export async function runRound(
  plan: RoundPlan,
  scene: Scene,
  acknowledged: number,
): Promise<RoundOutcome> {
  const context = await scene.browser.open();
  const tabs: WatchedTab[] = [];
  for (let count = 0; count < plan.tabs; count++) tabs.push(await openTab(context));
  const kill = await scene.browser.aim();
  await Promise.all(tabs.map((tab) => tab.open(scene.url)));

  for (let done = 1; done <= plan.syncsBefore; done++) {
    await untilSo(tabs, () => tabs.every((tab) => tab.settled() >= done), 'a synchronisation');
    await Promise.all(tabs.map((tab) => tab.sync()));
  }
  const target = await awaitAim(plan, tabs);
  if (plan.kind === 'browser') await kill();
  else await (plan.kind === 'tab' ? target.crash() : target.close());
  const phase = target.phase();
  const shown = highestShown(tabs);

  const survivors = tabs.filter((tab) => tab.isAlive());
  for (const survivor of survivors) await goOn(survivor);
  for (const tab of tabs) judgeScreens(tab, acknowledged);
  for (const survivor of survivors) await survivor.close();

  const floor = Math.max(acknowledged, highestShown(tabs));
  const stored = await inspect(await scene.browser.open(), scene.emptyUrl);
  if (stored.fault) throw new Violation(`torn: ${stored.fault}`);
  if (stored.version < floor)
    throw new Violation(`generation ${stored.version} is stored, ${floor} was acknowledged`);
  const isAhead = survivors.length === 0 && stored.version > Math.max(shown, acknowledged);
  const { version, isWitnessStuck } = stored;
  return { phase, isAhead, isWitnessStuck, acknowledged: version };
}

/** Waits for the moment to strike; gives the tab whose moment it is. */
async function awaitAim(
  { aim, syncsBefore }: RoundPlan,
  tabs: readonly WatchedTab[],
): Promise<WatchedTab> {
  const isDue = (tab: WatchedTab): boolean =>
    tab.phase() === aim.phase || tab.settled() > syncsBefore;
  await untilSo(tabs, () => tabs.some(isDue), `the phase "${aim.phase}"`);
  const target = tabs.find(isDue) as WatchedTab;
  // Even a timer of nothing takes a millisecond.
  if (aim.after > 0) await pause(aim.after);
  return target;
}

/** Whoever loses its neighbour in mid-synchronisation must come to the end of its own. */
async function goOn(tab: WatchedTab): Promise<void> {
  const until = (count: number): Promise<void> =>
    untilSo([tab], () => tab.settled() >= count, 'the surviving tab');
  await until(1);
  const before = tab.settled();
  await tab.sync();
  await until(before + 1);
}

async function inspect(context: BrowserContext, emptyUrl: string): Promise<StoredState> {
  const page = await context.newPage();
  await page.goto(emptyUrl);
  const stored = await readStored(page);
  await page.close();
  return stored;
}

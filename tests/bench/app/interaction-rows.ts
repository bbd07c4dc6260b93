/**
 * From a finger's touch to the next paint, as the browser's own event timing has it (steps of 8 ms), on
 * a processor four times as slow: on each screen, the button that leads on or back; beside it a bare
 * page's button at the same pace, pressed just before.
 */
import { chromium, type Page } from 'playwright';
import { everyScreen, type ScreenState } from '../../e2e/support/every-screen.ts';
import { openVisit } from '../../e2e/support/visit.ts';
import { chromiumArguments, findChromium } from '../../setup/find-chromium.ts';
import { median } from '../alternate.ts';
import { compare, type Row } from '../report.ts';
import { serveFiles } from '../serve-files.ts';

const rounds = 3;
const slowness = 4;
/** Milliseconds in which a touch is answered and its entry has come. */
const settled = 700;

/** What a person may call at once: the usual limit for good. */
const good = 200;

/** Measures it on the app at `url`, with cards of `world`. */
export async function interactionRows(url: string, world: string): Promise<readonly Row[]> {
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: chromiumArguments(),
  });
  const server = await serveFiles(new Map([['/', { type: 'text/html', body: barePage }]]));
  try {
    const bare = await browser.newPage();
    await bare.goto(server.address);
    const visit = await openVisit({ browser, url, world, language: 'pl', situation: 'synced' });
    const rows: Row[] = [];
    for (const state of everyScreen.filter(isMeasured)) {
      const times: number[] = [];
      const references: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await visit.reopen();
        await state.open(visit);
        references.push(await touch(bare));
        times.push(await touch(visit.page));
      }
      const reference = { name: "a bare page's button", value: median(references) };
      rows.push(
        compare(`interaction to next paint: ${state.name}`, median(times), 'ms', reference),
      );
    }
    const slowest = Math.max(...rows.map(({ value }) => value));
    const limit = { name: 'good', value: good };
    return [...rows, compare('interaction to next paint: slowest screen', slowest, 'ms', limit, 1)];
  } finally {
    server.close();
    await browser.close();
  }
}

/** Those of a device with lists; here all of them have the camera at work behind them. */
const isMeasured = ({ name, situation, isVariant }: ScreenState): boolean =>
  !isVariant &&
  (situation === 'synced' || (situation === 'camera-missing' && !name.startsWith('scan')));

/** Touches the last button in sight, slowed down, and gives the longest of the touch's events. */
async function touch(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const button = page.locator('main button:visible').last();
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error('no button in sight');
  const longest = await page.evaluateHandle(() => {
    const seen = { duration: 0 };
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ((entry as PerformanceEntry & { interactionId?: number }).interactionId)
          seen.duration = Math.max(seen.duration, entry.duration);
    });
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    return seen;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(settled);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const { duration } = await longest.jsonValue();
  await session.detach();
  // What is shorter than two frames is not reported at all.
  return Math.max(duration, 16);
}

const barePage = `<!doctype html><title>bench</title>
<main><button type="button">0</button></main><script>
document.querySelector('button').onclick = ({ target }) => { target.textContent += '0' };
</script>`;

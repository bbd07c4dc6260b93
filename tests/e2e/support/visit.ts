/**
 * A visit to the app in one language: a device in a situation, and the deeds by which a person gets
 * somewhere, by role and name alone. Which screens there are is every-screen.ts's.
 */
import type { Browser, BrowserContext, Page } from 'playwright';
import { cardCommand } from '../../../src/cli/world-commands.ts';
import type { Language } from '../../../src/verifier/i18n/language.ts';
import type { Texts } from '../../../src/verifier/i18n/texts.ts';
import { firstSettings, type Settings } from '../../../src/verifier/models/settings.ts';
import { textsOf } from '../../fixtures/texts.ts';
import { installCanvasCamera } from './canvas-camera.ts';
import { installPageClock } from './page-clock.ts';
import { type Situation, situations } from './situations.ts';

/** One device with the app open. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly texts: Texts;
  /** Where the app is. */
  readonly url: string;
  /** The folder of the world whose cards are shown. */
  readonly world: string;
  /** Presses the button of this name, or the last one whose name begins so. */
  press(name: string | RegExp): Promise<void>;
  /** Opens a page of the menu by the label that it has there. */
  openPage(label: string): Promise<void>;
  /** Brings in a specimen's code as pasted text, and waits for the verdict. */
  showCard(id: string): Promise<void>;
  /** The same with any text. */
  showText(text: string): Promise<void>;
  /** Brings in a text that leads to no verdict. */
  paste(text: string): Promise<void>;
  /** Types into the field of this label. */
  fill(label: string, text: string): Promise<void>;
  /** Opens the app anew on the scan screen, with these settings on top of those of a test. */
  reopen(changed?: Partial<Settings>): Promise<void>;
  /** The same on a device on which nothing but lists was kept. */
  reopenUnset(): Promise<void>;
}

/** Who visits, where. */
export interface VisitOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly world: string;
  readonly language: Language;
  readonly situation: Situation;
}

const feed = '**/feed/**';
const settingsKey = 'mleg.settings';

/** Opens the app; the caller closes the context. */
export async function openVisit(options: VisitOptions): Promise<Visit> {
  const { browser, url, world, language, situation } = options;
  const {
    camera = 'live',
    feedIsDown,
    clockShift,
    clockShiftLater,
    lacksDatabase,
    goesOffline,
  } = situations[situation];
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    permissions: ['clipboard-write'],
  });
  await installSameChances(context);
  if (camera === 'live') await installCanvasCamera(context);
  else await installNoCamera(context, camera);
  if (feedIsDown) await context.route(feed, (route) => route.abort());
  if (clockShift) await installPageClock(context, clockShift);
  if (lacksDatabase) await context.addInitScript(removeDatabase);
  const page = await context.newPage();
  const texts = textsOf[language];
  const open = async (): Promise<void> => {
    await page.goto(url);
    if (lacksDatabase) return;
    await page.locator('[data-screen="scan"]:not([data-lists="opening"])').waitFor();
    // The rest of the app has come when its unseen field is there.
    await page.locator('input[aria-hidden="true"]').waitFor({ state: 'attached' });
  };
  let isCutOff = false;
  const visit: Visit = {
    context,
    page,
    texts,
    url,
    world,
    press: (name) => page.getByRole('button', { name, exact: true }).last().click(),
    async openPage(label) {
      await visit.press(texts.scan.menu);
      await visit.press(label);
    },
    showCard: async (id) => visit.showText(await cardCommand([world, '--id', id])),
    async showText(text) {
      await visit.paste(text);
      await page.locator('[data-verdict]').waitFor();
    },
    paste: (text) => page.evaluate(pasteText, text),
    fill: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    async reopen(changed = {}) {
      const settings: Settings = { ...firstSettings, language, returnAfter: 5, ...changed };
      await page.evaluate(clearChoices);
      await page.evaluate(([key, record]) => localStorage.setItem(key, record), [
        settingsKey,
        JSON.stringify(settings),
      ] as const);
      await open();
      if (feedIsDown || isCutOff) await settled(page);
    },
    async reopenUnset() {
      await page.evaluate(clearChoices);
      await open();
    },
  };
  // Some page of the app's origin, in whose storage a language can be set.
  await page.goto(new URL('icons/favicon.svg', url).href);
  await visit.reopen();
  if (lacksDatabase) return visit;
  if (!feedIsDown) await page.locator('[data-lists="fresh"]').waitFor();
  if (goesOffline) {
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await context.setOffline(true);
    isCutOff = true;
  }
  if (clockShiftLater) {
    await context.route(feed, (route) => route.abort());
    await installPageClock(context, clockShiftLater);
    isCutOff = true;
    await visit.reopen();
  }
  return visit;
}

/** Waits until an attempt to fetch lists has ended. */
const settled = (page: Page): Promise<void> =>
  page.locator('[data-sync]:not([data-sync="idle"]):not([data-sync="running"])').waitFor();

function pasteText(text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const how = { bubbles: true, cancelable: true, clipboardData: data };
  document.body.dispatchEvent(new ClipboardEvent('paste', how));
}

/** All but what keeps the lists from being taken for an older state. */
function clearChoices(): void {
  for (const key of Object.keys(localStorage))
    if (/^mleg\.(settings|shift|records|lock|enrolment|policies|policy-bar|language)/.test(key))
      localStorage.removeItem(key);
}

function removeDatabase(): void {
  Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
}

/** What is drawn by lot is the same on every visit, so that pictures can be compared. */
const installSameChances = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    let draws = 0;
    Math.random = () => (draws++ * 0.618_033_988_75) % 1;
  });

/** A camera that the person refuses, that is not there, or about which nobody has been asked yet. */
const installNoCamera = (
  context: BrowserContext,
  camera: 'refused' | 'missing' | 'starting',
): Promise<unknown> =>
  context.addInitScript((state) => {
    if (!('mediaDevices' in navigator)) return;
    const name = { refused: 'NotAllowedError', missing: 'NotFoundError', starting: null }[state];
    navigator.mediaDevices.getUserMedia = () =>
      name === null ? new Promise(() => undefined) : Promise.reject(new DOMException('', name));
  }, camera);

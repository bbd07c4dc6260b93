/**
 * The scan screen: its controls are those that the camera has, its hints name the deed, what it shows
 * gives way as it should, and it holds its text and its targets on every size of screen. Chromium's
 * fake cameras have neither torch nor zoom, so tracks pretend to them.
 */
import type { BrowserContext, Page } from 'playwright';
import { encode } from 'uqr';
import { showBeforeCamera } from './support/canvas-camera.ts';
import { expect, openSynced, test } from './support/lists-test.ts';
import { openPage } from './support/open-page.ts';
import { drawWithin, seedRandom } from './support/random.ts';
import { expectVerdict } from './support/test.ts';

const scanScreen = (page: Page) => page.locator('[data-screen="scan"]');
const verdict = (page: Page, reason: string) => page.locator(`[data-reason="${reason}"]`);

/** Gives every track a torch and a zoom, and the device a second camera. */
const addAbilities = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (!('mediaDevices' in navigator)) return;
    const track = MediaStreamTrack.prototype;
    const { getCapabilities, getSettings } = track;
    const own: { torch: boolean; zoom: number } = { torch: false, zoom: 1 };
    track.getCapabilities = function () {
      const zoom = { min: 1, max: 5, step: 0.5 };
      return { ...getCapabilities.call(this), torch: true, zoom } as MediaTrackCapabilities;
    };
    track.getSettings = function () {
      return { ...getSettings.call(this), ...own };
    };
    track.applyConstraints = async (constraints) => {
      for (const each of constraints?.advanced ?? []) Object.assign(own, each);
    };
    navigator.mediaDevices.enumerateDevices = async () =>
      ['front', 'back'].map(
        (deviceId) => ({ kind: 'videoinput', deviceId, label: deviceId }) as MediaDeviceInfo,
      );
  });

/** Holds a code before the camera whose inside was destroyed: it is found, and never read. */
async function showBrokenCode(page: Page): Promise<void> {
  const { data } = encode('OKAZ'.repeat(60), { ecc: 'L', boostEcc: false, border: 4 });
  const random = seedRandom(5);
  const last = data.length - 14;
  const rows = data.map((row, y) =>
    row
      .map((dark, x) => {
        const isInside = x > 13 && y > 13 && x < last && y < last;
        return (isInside ? drawWithin(random, 1) > 0 : dark) ? '1' : '0';
      })
      .join(''),
  );
  await page.evaluate(
    (each) => (globalThis as { showRows?: (rows: readonly string[]) => void }).showRows?.(each),
    rows,
  );
}

test('a camera without torch and zoom shows no control of them', async ({ openSyncedDevice }) => {
  const { page } = await openSyncedDevice();
  await expect(scanScreen(page)).toHaveAttribute('data-camera', 'live');
  for (const [name, value] of [
    ['data-torch', 'none'],
    ['data-zoom', 'none'],
    ['data-hint', 'none'],
    ['data-engine', 'zxing-wasm'],
  ] as const)
    await expect(scanScreen(page)).toHaveAttribute(name, value);
  await expect(page.getByRole('button', { name: 'Latarka' })).toHaveCount(0);
  await expect(page.getByRole('slider')).toHaveCount(0);
  for (const name of ['Wzrokowo', 'Menu'])
    await expect(page.getByRole('button', { name })).toBeVisible();
});

test('torch and zoom work by hand and by keyboard', async ({ lists, openDevice }) => {
  const device = await openDevice();
  const { context, page } = device;
  await addAbilities(context);
  await openSynced(device, lists);
  const torch = page.getByRole('button', { name: 'Latarka' });
  await expect(scanScreen(page)).toHaveAttribute('data-torch', 'off');
  await expect(torch).toHaveAttribute('aria-pressed', 'false');
  await torch.click();
  await expect(scanScreen(page)).toHaveAttribute('data-torch', 'on');
  await expect(torch).toHaveAttribute('aria-pressed', 'true');
  await torch.press('Space');
  await expect(scanScreen(page)).toHaveAttribute('data-torch', 'off');
  const zoom = page.getByRole('slider', { name: 'Przybliżenie' });
  await zoom.press('ArrowRight');
  await expect(scanScreen(page)).toHaveAttribute('data-zoom', '1.5');
  await expect(zoom).toHaveAttribute('aria-valuetext', '1,5×');
  await zoom.fill('4');
  await expect(scanScreen(page)).toHaveAttribute('data-zoom', '4');
});

for (const [name, width, height] of [
  ['an upright phone', 360, 640],
  ['a small phone', 320, 568],
  ['a lying phone', 640, 360],
  ['a tablet', 1024, 768],
] as const)
  for (const letters of [100, 200])
    test(`on ${name} with letters at ${letters} % targets are large and nothing is cut`, async ({
      lists,
      openDevice,
    }) => {
      const device = await openDevice();
      const { context, page } = device;
      await addAbilities(context);
      await page.setViewportSize({ width, height });
      await openSynced(device, lists);
      await expect(page.getByRole('button', { name: 'Przełącz aparat' })).toBeVisible();
      await page.evaluate((percent) => {
        document.documentElement.style.fontSize = `${percent}%`;
      }, letters);
      expect(await measure(page)).toEqual({ small: [], cut: [] });
      await openPage(page, 'Inne sposoby odczytu');
      expect(await measure(page)).toEqual({ small: [], cut: [] });
    });

/** Targets below 48 px, and elements whose text does not fit their width. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const screen = document.querySelector('[data-screen]') as HTMLElement;
    const targets = [
      ...screen.querySelectorAll<HTMLElement>('button, label.button, input:not([type="file"])'),
    ];
    const small = targets
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 48 || height < 48;
      })
      .map(({ textContent, tagName }) => `${tagName} ${textContent}`);
    const cut = [screen, ...screen.querySelectorAll<HTMLElement>('*')]
      .filter((element) => !element.closest('.visually-hidden'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(({ className, tagName }) => `${tagName} ${className}`);
    return { small, cut };
  });

test('a code of another kind gives way to a card, and a rejected card to nothing', async ({
  lists,
  openSyncedDevice,
}) => {
  const { page } = await openSyncedDevice();
  await showBeforeCamera(page, 'https://okaz.example/');
  await expect(verdict(page, 'not-a-card')).toBeVisible();
  await showBeforeCamera(page, await lists.signCode('revoked'));
  await expect(verdict(page, 'revoked')).toBeVisible();
  await showBeforeCamera(page, await lists.signCode('valid'));
  await page.waitForTimeout(2000);
  await expect(verdict(page, 'revoked')).toBeVisible();
});

test('a code that does not read is named once, and gives way to the next card', {
  tag: '@long',
}, async ({ lists, openSyncedDevice }) => {
  const { page } = await openSyncedDevice();
  await showBrokenCode(page);
  await expectVerdict(page, 'unreadable', 'no-decode', null);
  await page.getByRole('button', { name: 'Skanuj dalej' }).click();
  await page.waitForTimeout(4500);
  await expect(scanScreen(page)).toBeVisible();
  await showBeforeCamera(page, null);
  await page.waitForTimeout(1500);
  await showBrokenCode(page);
  await expect(verdict(page, 'no-decode')).toBeVisible();
  await showBeforeCamera(page, await lists.signCode('valid'));
  await expect(verdict(page, 'valid')).toBeVisible();
});

test('a code in the dark is hinted at in words', async ({ lists, openDevice }) => {
  const device = await openDevice();
  const { context, page } = device;
  // What the camera's canvas draws in white comes out dark.
  await context.addInitScript(() => {
    const fill = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'fillStyle');
    Object.defineProperty(CanvasRenderingContext2D.prototype, 'fillStyle', {
      ...fill,
      set(style) {
        fill?.set?.call(this, style === '#fff' ? 'rgb(60 60 60)' : style);
      },
    });
  });
  await openSynced(device, lists);
  await showBrokenCode(page);
  await expect(scanScreen(page)).toHaveAttribute('data-hint', 'too-dark');
  await expect(page.getByRole('status').getByText('Rozjaśnij ekran')).toBeVisible();
});

/**
 * The installed app opened in a new browser without a network, until its camera's first picture; beside
 * it a page that does nothing but ask for the camera, in turn, each in a new browser with the same
 * profile. The app's server is really down; the bare page's is not, which only favours the bare page.
 */
import path from 'node:path';
import type { BrowserContext } from 'playwright';
import type { AppServer } from '../../e2e/support/app-server.ts';
import { launchWithCamera } from '../../e2e/support/fake-camera.ts';
import { writeY4m } from '../../e2e/support/y4m.ts';
import { median } from '../alternate.ts';
import { compare, type Row } from '../report.ts';
import { serveFiles } from '../serve-files.ts';

const rounds = 9;
const framesPerSecond = 30;
/** How many times the bare page's time it may take. */
const target = 1.5;

/** Measures it and stops the app's server; `folder` takes a profile and a video. */
export async function coldStartRows(app: AppServer, folder: string): Promise<readonly Row[]> {
  const video = path.join(folder, 'blank.y4m');
  const [width, height] = [1280, 720];
  const wall = { width, height, luma: new Uint8Array(width * height).fill(200) };
  writeY4m(video, Array(framesPerSecond).fill(wall), { framesPerSecond });
  const open = (): Promise<BrowserContext> =>
    launchWithCamera({ camera: { video }, userDataDir: path.join(folder, 'installed') });
  const bare = await serveFiles(new Map([['/', { type: 'text/html', body: barePage }]]));
  try {
    await install(await open(), app.url);
    await app.stop();
    const times: number[] = [];
    const references: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const pair = {
        reference: await measureStart(await open(), bare.address),
        time: await measureStart(await open(), app.url),
      };
      // The first start of each warms the disk.
      if (round === 0) continue;
      times.push(pair.time);
      references.push(pair.reference);
    }
    const reference = { name: 'a page that only asks for the camera', value: median(references) };
    return [compare('offline cold start to live camera', median(times), 'ms', reference, target)];
  } finally {
    bare.close();
  }
}

async function install(context: BrowserContext, url: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  await page.locator('[data-lists="fresh"]').waitFor();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  // What follows the first visit must not be cut short.
  await page.waitForTimeout(3000);
  await context.close();
}

interface StartWindow {
  firstPicture?: Promise<number>;
}

/** Milliseconds from the navigation's start to the first picture that the page's video presents. */
async function measureStart(context: BrowserContext, url: string): Promise<number> {
  await context.addInitScript(() => {
    if (!('document' in globalThis)) return;
    (globalThis as StartWindow).firstPicture = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        const video = document.querySelector('video');
        if (!video) return;
        watch.disconnect();
        video.requestVideoFrameCallback(() => resolve(performance.now()));
      });
      watch.observe(document, { childList: true, subtree: true });
    });
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(url);
  const time = await page.evaluate(() => (globalThis as StartWindow).firstPicture);
  await context.close();
  if (time === undefined) throw new Error('no picture came');
  return time;
}

const barePage = `<!doctype html><title>bench</title><video muted autoplay playsinline></video>
<script type="module">
const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
document.querySelector('video').srcObject =
  await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
</script>`;

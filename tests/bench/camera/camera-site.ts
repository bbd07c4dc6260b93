/**
 * What a page of the camera bench is served: its script, the app's decoding worker and wasm module,
 * qr-scanner as it is published; and a Chromium with a video for a camera. The window is wide and the
 * video fills it: html5-qrcode reads at the size at which it shows, and this suits it best.
 */
import { mkdtemp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';
import { build, type Rolldown } from 'vite';
import { type CameraState, launchWithCamera } from '../../e2e/support/fake-camera.ts';
import { type FileServer, type ServedFile, serveFiles } from '../serve-files.ts';

const require = createRequire(import.meta.url);

// As in vite.config.ts: @zxing marks nothing as free of side effects and would come whole.
const treeshake = { moduleSideEffects: (id: string) => !/@zxing/.test(id) };

/** Builds a page of this folder as the app is built, its workers included, and serves it and `more`. */
export async function serveCameraPage(
  entry: 'race-page' | 'steady-page',
  more: Iterable<readonly [string, ServedFile]>,
): Promise<FileServer> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: fileURLToPath(new URL(`${entry}.ts`, import.meta.url)),
        treeshake,
        output: { entryFileNames: 'page.js' },
      },
    },
    worker: { format: 'es', rolldownOptions: { treeshake } },
  });
  const built = (output as Rolldown.RolldownOutput).output.map(
    (file): readonly [string, ServedFile] => {
      const body = file.type === 'chunk' ? file.code : file.source;
      return [`/${file.fileName}`, { type: typeOf(file.fileName), body }];
    },
  );
  return serveFiles(
    new Map<string, ServedFile>([
      ['/', { type: 'text/html', body: page }],
      ...built,
      ...(await publishedFiles()),
      ...more,
    ]),
  );
}

/** The video's stage and nothing else. */
const page = `<!doctype html><title>bench</title><style>
body { margin: 0 }
#stage, video { display: block; width: 100% }
h1 { position: fixed; inset: 0; margin: 0; background: #0a0; font-size: 80px }
</style><div id="stage"></div><script type="module" src="page.js"></script>`;

const typeOf = (name: string): string =>
  name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';

async function publishedFiles(): Promise<readonly (readonly [string, ServedFile])[]> {
  const folder = path.dirname(require.resolve('qr-scanner/package.json'));
  const names = ['qr-scanner.min.js', 'qr-scanner-worker.min.js'];
  return Promise.all(
    names.map(async (name): Promise<readonly [string, ServedFile]> => {
      const body = await readFile(path.join(folder, name));
      return [`/qr-scanner/${name}`, { type: 'text/javascript', body }];
    }),
  );
}

/** Runs something in a fresh Chromium with a camera; `folder` takes its profile. */
export async function withCamera<T>(
  camera: CameraState,
  folder: string,
  run: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await launchWithCamera({
    camera,
    userDataDir: await mkdtemp(path.join(folder, 'profile-')),
    context: { viewport: { width: 1280, height: 720 } },
  });
  try {
    return await run(context);
  } finally {
    await context.close();
  }
}

/**
 * The build: two pages, one service worker, one decoder worker. The first root is a build input
 * (`MLEG_ROOT`, a file): whoever builds decides whom the app trusts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageJson from './package.json' with { type: 'json' };
import { hostHeaders } from './src/cli/host-headers.ts';
import { openFirstRoot } from './src/trust/root.ts';

const rootFile = process.env.MLEG_ROOT ?? path.join('.data', 'feed', 'root', '1.json');

function readFirstRoot(): string {
  try {
    return readFileSync(rootFile, 'utf8');
  } catch {
    throw new Error(
      `No root at ${rootFile}: run \`npm start\`, which makes a world of specimens, or set MLEG_ROOT.`,
    );
  }
}

// @zxing marks nothing as free of side effects and would come whole.
const treeshake = { moduleSideEffects: (id: string) => !/@zxing/.test(id) };

const staticHostHeaders: Plugin = {
  name: 'static-host-headers',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: hostHeaders._headers ?? '' });
  },
};

/** Seconds since 1970. Given (reproducible-builds.org), two builds of one source are the same. */
const buildTime = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));
if (!Number.isSafeInteger(buildTime))
  throw new Error('SOURCE_DATE_EPOCH takes whole seconds since 1970.');

const firstRoot = readFirstRoot();
if (!(await openFirstRoot(firstRoot)).ok)
  throw new Error(`${rootFile} is no root: it must be the signed root/N.json of a feed.`);

export default defineConfig({
  base: './',
  define: {
    __FIRST_ROOT__: JSON.stringify(firstRoot),
    __BUILD_TIME__: String(buildTime),
    __APP_VERSION__: JSON.stringify(packageJson.version),
  },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'card.html'],
      treeshake,
    },
  },
  worker: { format: 'es', rolldownOptions: { treeshake } },
  plugins: [
    staticHostHeaders,
    VitePWA({
      strategies: 'injectManifest',
      registerType: 'prompt',
      injectRegister: false,
      srcDir: 'src/service-worker',
      filename: 'service-worker.ts',
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,wasm,svg,png,webmanifest}'],
        globIgnores: ['card.html', '**/card-*'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
      manifest: {
        name: 'Weryfikator mLegitymacji',
        short_name: 'Weryfikator',
        description: 'Sprawdza mLegitymację bez sieci.',
        lang: 'pl',
        id: './',
        start_url: './',
        scope: './',
        display: 'standalone',
        orientation: 'any',
        background_color: '#0B0F14',
        theme_color: '#0B0F14',
        share_target: {
          action: './share',
          method: 'POST',
          enctype: 'multipart/form-data',
          params: {
            title: 'title',
            text: 'text',
            url: 'url',
            files: [{ name: 'picture', accept: ['image/*'] }],
          },
        },
        icons: [
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: 'icons/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
          {
            src: 'icons/icon-monochrome-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'monochrome',
          },
        ],
      },
    }),
  ],
});

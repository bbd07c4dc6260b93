/**
 * One entry bundled as the app's build does it (vite.config.ts: target, minifying, no side effects
 * assumed of what is not imported), in memory: what a browser would get of it, and which modules that is.
 */
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** The bundle's code and the length of each module in it before minifying, by the module's path. */
export interface Bundle {
  readonly code: string;
  readonly modules: ReadonlyMap<string, number>;
}

/** Bundles the module at a file's address. */
export async function bundleEntry(entry: URL): Promise<Bundle> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fileURLToPath(entry), preserveEntrySignatures: 'strict' },
    },
  });
  const { output: files } = output as Rolldown.RolldownOutput;
  const [chunk, ...others] = files;
  if (others.length > 0) throw new Error(`${entry.pathname} is more than one file`);
  const modules = Object.entries(chunk.modules).map(
    ([path, { renderedLength }]) => [path, renderedLength] as const,
  );
  return { code: chunk.code, modules: new Map(modules) };
}

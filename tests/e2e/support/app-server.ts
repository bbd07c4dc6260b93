/**
 * The app under test: `npm start`'s own program on a port of its own, over a world of its own, to be
 * killed and started again at will.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { cardCommand } from '../../../src/cli/world-commands.ts';

/** Where global set-up made the world and built the app. */
export const worldFolder = path.resolve('test-results-world');

/** Runs `mleg` and gives what it printed, without the line end. */
export const mleg = (...args: readonly string[]): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    encoding: 'utf8',
  }).trimEnd();

/** The QR text of a specimen, signed now. */
export const qrTextOf = (id: string): Promise<string> => cardCommand([worldFolder, '--id', id]);

/** A running server. */
export interface AppServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts `npm start` and waits until it serves. Rejects with what it printed when it ends instead. */
export async function startApp(port: number, data = worldFolder): Promise<AppServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/start.ts', '--data', data], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await printed(child, `http://localhost:${port}/card.html`);
  return {
    url: `http://localhost:${port}/`,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function printed(child: ChildProcess, wanted: string): Promise<void> {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes(wanted)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
}

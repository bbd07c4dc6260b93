/**
 * `simulate DIR --fault NAME [--port N]`: serves a world's feed with one fault until it is stopped, and
 * beside it the app, where `npm start` has built one; `simulate --list` names the faults. They are the
 * tests' (tests/simulator), loaded only here: an installation without the tests says so.
 */
import path from 'node:path';
import { loadWorld } from '../issuer/world-state.ts';
import { readArguments, requireOption, takePositionals } from './arguments.ts';
import { requestListener } from './serve.ts';
import { exitCodes, UsageError } from './usage.ts';

const defaultPort = 8089;

/** Gives the exit code once it is stopped by SIGINT or SIGTERM. */
export async function simulateCommand(args: readonly string[]): Promise<number> {
  const given = readArguments(args, {
    fault: { type: 'string' },
    port: { type: 'string' },
    list: { type: 'boolean' },
  });
  const { faults, faultNames, serveFolder } = await loadSimulator();
  if (given.values.list) {
    takePositionals(given);
    const lines = faultNames.map((known) => `${known.padEnd(18)}${faults[known].says}\n`);
    process.stdout.write(lines.join(''));
    return exitCodes.done;
  }
  const [directory = ''] = takePositionals(given, 'DIR');
  const name = requireOption(given, 'fault');
  const fault = faultNames.find((known) => known === name);
  if (!fault) throw new UsageError(`no fault ${name}; --list names them`);
  const port = Number(given.values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port takes a port number');
  await loadWorld(directory);
  const app = requestListener(path.join(directory, 'app'), directory, Promise.resolve());
  const feed = path.join(directory, 'feed');
  const server = await serveFolder(feed, fault, port, app).catch((error) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`port ${port} is taken`);
    throw error;
  });
  process.stdout.write(`${new URL('..', server.url).href} ${fault}: ${faults[fault].says}\n`);
  await stopped();
  await server.close();
  return exitCodes.done;
}

async function loadSimulator() {
  try {
    const [{ faults, faultNames }, { serveFolder }] = await Promise.all([
      import('../../tests/simulator/faults.ts'),
      import('../../tests/simulator/serve-folder.ts'),
    ]);
    return { faults, faultNames, serveFolder };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND')
      throw new UsageError('the simulator is part of the tests (tests/simulator), not found here');
    throw error;
  }
}

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve());
  });

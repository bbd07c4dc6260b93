/**
 * `npm start` and `npm run start:lan`: makes a world where there is none, builds the app with that
 * world's root inside, serves both, and keeps the feed signed while it runs.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { checkWorld } from '../issuer/check-world.ts';
import { publishFeed } from '../issuer/publish.ts';
import { makeWorld } from '../issuer/world.ts';
import { WorldError } from '../issuer/world-state.ts';
import { readArguments, takePositionals } from './arguments.ts';
import { authorityFile, certify, lanAddresses } from './lan.ts';
import { serve } from './serve.ts';
import { exitCodes, UsageError } from './usage.ts';

const hour = 3_600_000;
/** The manifest is fresh for a day: signed anew every six hours, it never ages while this runs. */
const republishEvery = 6 * hour;

const usage = `npm start [-- --data DIR]          http://localhost:4173, PORT changes the port
npm run start:lan [-- --data DIR]  the same over HTTPS for phones on this network
`;

const now = (): number => Math.floor(Date.now() / 1000);

async function start(args: readonly string[]): Promise<void> {
  const given = readArguments(args, { lan: { type: 'boolean' }, data: { type: 'string' } });
  takePositionals(given);
  if (given.values.help) return void process.stdout.write(usage);
  const data = path.resolve((given.values.data as string | undefined) ?? '.data');
  const port = readPort(process.env.PORT ?? '4173');
  const app = path.join(data, 'app');

  const lan = given.values.lan === true;
  const addresses = lan ? lanAddresses() : [];
  const certificate = lan ? await certify(data, addresses) : null;
  const host = lan ? '0.0.0.0' : '127.0.0.1';
  // The port first: a start that fails must not touch what another server is showing.
  let tellBuilt = (): void => undefined;
  const built = new Promise<void>((resolve) => {
    tellBuilt = resolve;
  });
  await serve({ app, data, port, host, certificate, built });
  await prepareWorld(data);
  process.env.MLEG_ROOT = path.join(data, 'feed', 'root', '1.json');
  await build({ logLevel: 'error', build: { outDir: app, emptyOutDir: true } });
  tellBuilt();
  setInterval(() => {
    publishFeed(data, now()).catch((error: unknown) =>
      console.error('the feed was not re-signed:', error),
    );
  }, republishEvery);
  announce(lan, port, addresses, data);
}

/** Makes a world, or signs anew what the one that is there needs. */
async function prepareWorld(data: string): Promise<void> {
  const isEmpty = await readdir(data).then(
    (names) => names.every((name) => name === 'lan'),
    () => true,
  );
  if (isEmpty) {
    console.log(`Making a world of specimens in ${path.relative('.', data) || data} …`);
    await makeWorld(data, 1, now());
  } else {
    await checkWorld(data);
    await publishFeed(data, now());
  }
}

function announce(lan: boolean, port: number, addresses: readonly string[], data: string): void {
  const scheme = lan ? 'https' : 'http';
  for (const host of ['localhost', ...addresses]) {
    console.log(`\nverifier  ${scheme}://${host}:${port}/`);
    console.log(`card      ${scheme}://${host}:${port}/card.html`);
  }
  if (!lan) return;
  console.log(`
Phones trust this server once they have its authority's certificate:
  ${path.relative('.', authorityFile(data))}
Send it to the phone (mail, cable), open it there, and
  Android: Settings → Security → Install a certificate → CA certificate
  iPhone:  Settings → Profile downloaded → Install, then General → About →
           Certificate Trust Settings → switch it on
Remove it again after trying: whoever has ${path.relative('.', path.dirname(authorityFile(data)))} could pose as any site.`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`PORT takes a number from 1 to 65535, not "${text}"`);
  return port;
}

/** What a person at the keyboard can do about a failure; null for what only a developer can mend. */
function explain(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  const { code, path: file } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Port ${process.env.PORT ?? '4173'} is in use. Stop what uses it, or choose another: PORT=4174 npm start`;
  if (code === 'EACCES')
    return `This port or folder is not yours to use${file ? `: ${file}` : ''}.`;
  if (!(error instanceof WorldError)) return null;
  const wayOut =
    error.failure === 'world-missing'
      ? 'Something else is in that folder: choose another with --data.'
      : 'Remove that folder and start again: a new world is made. Cards and verifiers of the old one are void then.';
  return `${error.message}\n${wayOut}`;
}

try {
  await start(process.argv.slice(2));
} catch (error) {
  const explanation = explain(error);
  console.error(explanation ?? error);
  process.exit(explanation === null ? exitCodes.internal : exitCodes.usage);
}

/** `mleg simulate`: a world's feed with a fault, on the port that it says, until it is stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { simulateCommand } from '../../src/cli/simulate-command.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { WorldError } from '../../src/issuer/world-state.ts';
import { makeTestWorld, type TestWorld } from '../fixtures/test-world.ts';
import { faultNames } from '../simulator/faults.ts';

const command = fileURLToPath(new URL('../../src/cli/simulate-command.ts', import.meta.url));
const script = `import(${JSON.stringify(command)}).then(async ({ simulateCommand }) => {
  process.exitCode = await simulateCommand(process.argv.slice(1));
});`;

let world: TestWorld;
let child: ChildProcess | null = null;
beforeAll(async () => {
  world = await makeTestWorld();
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = null;
});
afterAll(() => world.remove());

/** Starts the command in a process of its own; gives its first words. */
async function start(...args: readonly string[]): Promise<{ child: ChildProcess; said: string }> {
  const started = spawn(process.execPath, ['--import', 'tsx', '-e', script, '--', ...args]);
  child = started;
  const [said] = await once(started.stdout, 'data');
  return { child: started, said: String(said) };
}

const simulate = (...args: string[]): Promise<string> =>
  start(world.directory, '--port', '0', ...args).then(({ said }) => `${said.split(' ')[0]}feed/`);

describe('simulate', () => {
  it('serves the feed with its fault, and ends well when it is stopped', async () => {
    const { child: running, said } = await start(
      ...[world.directory, '--fault', 'captive-portal', '--port', '0'],
    );
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ captive-portal: .+\n$/);
    const response = await fetch(`${said.split(' ')[0]}feed/manifest.jwt`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    running.kill('SIGTERM');
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  it('serves the built app beside the feed', async () => {
    const app = path.join(world.directory, 'app');
    await mkdir(app);
    await writeFile(path.join(app, 'index.html'), '<!doctype html>app');
    const url = await simulate('--fault', 'offline');
    expect(await (await fetch(new URL('..', url))).text()).toBe('<!doctype html>app');
  });

  it('serves what the fault leaves alone as it is on the disk, and nothing else', async () => {
    const url = await simulate('--fault', 'forbidden');
    const manifest = await (await fetch(`${url}manifest.jwt`)).text();
    expect(manifest).toBe((await world.feed()).manifest);
    for (const path of ['root/2.json', 'root', '%2e%2e%2fworld.json', '..%2fkeys%2flists.json'])
      expect((await fetch(`${url}${path}`)).status).toBe(403);
    expect((await fetch(new URL('../world.json', url))).status).toBe(404);
  });

  it('names every fault', async () => {
    const { said } = await start('--list');
    expect(said.match(/^[a-z-]+(?= {1,})/gm)).toEqual(faultNames);
  });

  it('says how it is called', async () => {
    const wrong = [
      [],
      [world.directory],
      [world.directory, '--fault', 'rain'],
      [world.directory, '--fault', 'slow', '--port', 'x'],
      ['--list', world.directory],
    ];
    for (const args of wrong)
      await expect(simulateCommand(args)).rejects.toBeInstanceOf(UsageError);
    const nowhere = simulateCommand([`${world.directory}/none`, '--fault', 'slow']);
    await expect(nowhere).rejects.toBeInstanceOf(WorldError);
  });

  it('says that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const args = [world.directory, '--fault', 'slow', '--port', String(port)];
    await expect(simulateCommand(args)).rejects.toBeInstanceOf(UsageError);
    other.close();
  });
});

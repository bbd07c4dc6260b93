/**
 * A scanner on a serial port, before the built app: Web Serial is a stub, and what lies behind it is
 * a stream that the test writes to. No hardware takes part.
 */
import type { Page } from 'playwright';
import { qrTextOf } from './support/app-server.ts';
import { openPage } from './support/open-page.ts';
import { test as base, expect, expectVerdict } from './support/test.ts';

interface StubSerial {
  plugIn(): void;
  pull(): void;
  send(text: string): void;
}

/** Runs in the page; `start` says whether a port was allowed before, and whether another has it. */
function stubSerial(start: { readonly allowed: boolean; readonly busy: boolean }): void {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let { allowed } = start;
  const port = new EventTarget() as EventTarget & { readable: ReadableStream<Uint8Array> | null };
  const serial = new EventTarget();
  Object.assign(port, {
    readable: null,
    async open() {
      if (start.busy) throw new DOMException('Okaz', 'NetworkError');
      port.readable = new ReadableStream<Uint8Array>({
        start: (given) => {
          controller = given;
        },
      });
    },
    async close() {
      port.readable = null;
    },
  });
  Object.assign(serial, {
    getPorts: async () => (allowed ? [port] : []),
    async requestPort() {
      if (!navigator.userActivation.isActive) throw new DOMException('Okaz', 'SecurityError');
      allowed = true;
      return port;
    },
    plugIn: () => serial.dispatchEvent(new Event('connect')),
    pull() {
      port.readable = null;
      controller?.error(new DOMException('Okaz', 'NetworkError'));
      serial.dispatchEvent(new Event('disconnect'));
    },
    send: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
  });
  Object.defineProperty(navigator, 'serial', { value: serial });
}

interface Fixtures {
  openWith(start: { readonly allowed: boolean; readonly busy?: boolean }): Promise<Page>;
}

const test = base.extend<Fixtures>({
  openWith: async ({ app, openBrowser }, use) => {
    await use(async ({ allowed, busy = false }) => {
      const { context, page } = await openBrowser('missing');
      await context.addInitScript(stubSerial, { allowed, busy });
      await page.goto(app.url);
      await openPage(page, 'Inne sposoby odczytu');
      return page;
    });
  },
});

const command = (page: Page, name: keyof StubSerial, text = ''): Promise<void> =>
  page.evaluate(
    ([key, given]) => {
      const { serial } = navigator as unknown as { readonly serial: StubSerial };
      serial[key as keyof StubSerial](given as string);
    },
    [name, text],
  );

const expectState = (page: Page, state: string): Promise<void> =>
  expect(page.locator('[data-serial]')).toHaveAttribute('data-serial', state);

test('a port that was allowed before is read at once, on any screen', async ({ openWith }) => {
  const page = await openWith({ allowed: true });
  await expectState(page, 'connected');
  await page.getByRole('button', { name: 'Wróć do skanowania' }).click();
  await command(page, 'send', `${await qrTextOf('revoked')}\r\n`);
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('a port is asked for by the button, and read in pieces', async ({ openWith }) => {
  const page = await openWith({ allowed: false });
  await expectState(page, 'none');
  await page.getByRole('button', { name: 'Podłącz skaner' }).click();
  await expectState(page, 'connected');
  const card = await qrTextOf('revoked');
  for (let at = 0; at < card.length; at += 64) await command(page, 'send', card.slice(at, at + 64));
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('what the scanner adds is taken off', async ({ openWith }) => {
  const page = await openWith({ allowed: true });
  await page.getByLabel('Przedrostek').fill(']Q1');
  await page.getByLabel('Przyrostek').fill('#');
  await page.getByLabel('Przyrostek').blur();
  await command(page, 'send', `\u0002]Q1${await qrTextOf('revoked')}#\u0003\r`);
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('a scanner that is pulled is lost, and read again when it is back', async ({ openWith }) => {
  const page = await openWith({ allowed: true });
  await expectState(page, 'connected');
  await command(page, 'send', 'MLEG1:OKA');
  await command(page, 'pull');
  await expectState(page, 'lost');
  await command(page, 'plugIn');
  await expectState(page, 'connected');
  await command(page, 'send', `${await qrTextOf('revoked')}\r`);
  await expectVerdict(page, 'rejected', 'revoked', null);
});

test('a port that another program has is busy', async ({ openWith }) => {
  const page = await openWith({ allowed: true, busy: true });
  await expectState(page, 'busy');
});

/**
 * The page's policy under attack, in a real Chromium: a script that somehow got to run, or markup that
 * somehow got in, tries what such things try. Each attempt runs in the page's own world, since what a
 * debugger evaluates is exempt from the policy.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright';
import { expect, test } from './support/lists-test.ts';

/** Elsewhere: what reaches it has got out. */
interface Elsewhere {
  readonly url: string;
  readonly server: Server;
  readonly reached: readonly string[];
}

async function openElsewhere(): Promise<Elsewhere> {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('globalThis.broken = true');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, server, reached };
}

/**
 * What an attack does in the page. `broken` is set by whatever gets to run; a name thrown, or a
 * violation that is reported, is how the browser says no.
 */
const attacks: Readonly<Record<string, string>> = {
  eval: `eval('globalThis.broken = true')`,
  'new Function': `new Function('globalThis.broken = true')()`,
  'a timer of text': `setTimeout('globalThis.broken = true', 0)`,
  'markup from text': `document.body.innerHTML = '<img src=x onerror="globalThis.broken = true">'`,
  'markup beside an element': `document.body.insertAdjacentHTML('beforeend', '<p>')`,
  'a whole document': `document.write('<script>globalThis.broken = true<' + '/script>')`,
  'a parsed document': `new DOMParser().parseFromString('<p>', 'text/html')`,
  'an inline script': `const s = document.createElement('script'); s.text = 'globalThis.broken = true'; document.head.append(s)`,
  'a script from elsewhere': `const s = document.createElement('script'); s.src = ELSEWHERE + 'script'; document.head.append(s)`,
  'a module from elsewhere': `import(ELSEWHERE + 'module').then(() => { globalThis.broken = true })`,
  'a module of text': `import('data:text/javascript,globalThis.broken=true')`,
  'a handler in markup': `const d = document.createElement('div'); d.setAttribute('onclick', 'globalThis.broken = true'); document.body.append(d); d.click()`,
  'an address that is a script': `const a = document.createElement('a'); a.href = 'javascript:globalThis.broken=true'; document.body.append(a); a.click()`,
  'a worker of text': `new Worker(URL.createObjectURL(new Blob(['globalThis.broken = true'])))`,
  'a worker from elsewhere': `new Worker(ELSEWHERE + 'worker')`,
  'another service worker': `navigator.serviceWorker.register('/share').catch((e) => { globalThis.refused = e.name })`,
  'a policy of its own': `trustedTypes.createPolicy('attack', { createHTML: (text) => text })`,
  'the default policy': `trustedTypes.createPolicy('default', { createHTML: (text) => text })`,
  'the app’s policy again': `trustedTypes.createPolicy('verifier', { createScriptURL: (url) => url })`,
  'a request elsewhere': `fetch(ELSEWHERE + 'fetch').catch((e) => { globalThis.refused = e.name })`,
  'a beacon': `navigator.sendBeacon(ELSEWHERE + 'beacon', 'x')`,
  'a socket': `new WebSocket(ELSEWHERE.replace('http', 'ws'))`,
  'a picture elsewhere': `new Image().src = ELSEWHERE + 'picture'`,
  'a form': `const f = document.createElement('form'); f.action = ELSEWHERE + 'form'; document.body.append(f); f.submit()`,
  'another base': `const b = document.createElement('base'); b.href = ELSEWHERE; document.head.append(b); if (document.baseURI.startsWith(ELSEWHERE)) globalThis.broken = true`,
  'a frame': `const i = document.createElement('iframe'); i.src = ELSEWHERE + 'frame'; document.body.append(i)`,
  'a style in markup': `const s = document.createElement('style'); s.textContent = 'body { --broken: 1 }'; document.head.append(s); if (getComputedStyle(document.body).getPropertyValue('--broken')) globalThis.broken = true`,
  'a style from elsewhere': `const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = ELSEWHERE + 'style'; document.head.append(l)`,
  'an object': `const o = document.createElement('object'); o.data = ELSEWHERE + 'object'; document.body.append(o)`,
  'the microphone': `document.featurePolicy?.allowsFeature('microphone') === false ? (globalThis.refused = 'policy') : navigator.mediaDevices.getUserMedia({ audio: true }).then(() => { globalThis.broken = true }, (e) => { globalThis.refused = e.name })`,
  'the place': `navigator.geolocation.getCurrentPosition(() => { globalThis.broken = true }, () => { globalThis.refused = 'refused' })`,
};

/** Runs each attack in a task of the page, and says which were refused, and how. */
async function attack(page: Page, script: string): Promise<string | null> {
  return page.evaluate(
    (text) =>
      new Promise<string | null>((resolve) => {
        dispatchEvent(new CustomEvent('attack', { detail: { text, done: resolve } }));
      }),
    script,
  );
}

test('what gets into the page gets neither to run nor out', async ({ lists, openDevice }) => {
  const { context, page } = await openDevice();
  const elsewhere = await openElsewhere();
  const bodies = Object.entries(attacks).map(
    ([name, body]) =>
      `${JSON.stringify(name)}: () => { const ELSEWHERE = ${JSON.stringify(elsewhere.url)}; ${body} }`,
  );
  await context.addInitScript(`
    const attacks = { ${bodies.join(',\n')} };
    addEventListener('attack', ({ detail: { text, done } }) => {
      let said = null;
      globalThis.broken = false;
      globalThis.refused = null;
      const hear = ({ effectiveDirective }) => { said = effectiveDirective };
      document.addEventListener('securitypolicyviolation', hear);
      // A task of its own: what a debugger's call runs by itself may use eval.
      setTimeout(() => {
        try { attacks[text]() } catch (error) { said = error.name }
      });
      setTimeout(() => {
        document.removeEventListener('securitypolicyviolation', hear);
        done(globalThis.broken ? 'BROKEN' : (said ?? globalThis.refused));
      }, 250);
    });
  `);
  try {
    await page.goto(lists.url);
    const answers: Record<string, string | null> = {};
    for (const name of Object.keys(attacks)) answers[name] = await attack(page, name);
    const broken = Object.entries(answers).filter(([, said]) => said === null || said === 'BROKEN');
    expect(broken).toEqual([]);
    expect(elsewhere.reached).toEqual([]);
  } finally {
    elsewhere.server.close();
  }
});

test('no other page can frame the app or reach into it', async ({ lists, openDevice }) => {
  const { page } = await openDevice();
  const framing = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<iframe src="${lists.url}"></iframe>`);
  });
  await new Promise<void>((resolve) => framing.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://localhost:${(framing.address() as AddressInfo).port}/`);
    const [, framed] = page.frames();
    await expect.poll(() => framed?.url()).toMatch(/^chrome-error:/u);
    const opened = page.waitForEvent('popup');
    await page.evaluate((url) => {
      (globalThis as { held?: unknown }).held = open(url);
    }, lists.url);
    const popup = await opened;
    await expect(popup.locator('[data-screen="scan"]')).toBeVisible();
    // COOP: the opener holds a window that is closed to it.
    expect(await page.evaluate(() => (globalThis as { held?: Window }).held?.closed)).toBe(true);
  } finally {
    framing.closeAllConnections();
    framing.close();
  }
});

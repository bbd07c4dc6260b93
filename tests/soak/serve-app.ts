/**
 * The built app with a root of our own, served beside a feed: one origin for all rounds, since that is
 * what a browser keeps its storage by. Beside them an empty page of the same origin, from which what is
 * stored can be read without running the app.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import sirv from 'sirv';
import { responseHeaders } from '../../src/cli/response-headers.ts';
import type { AnswerRequest } from '../simulator/answer.ts';
import { serveFeed } from '../simulator/serve.ts';

/** A running server. */
export interface AppServer {
  /** The app's address, with a slash at the end. */
  readonly url: string;
  /** Of the empty page. */
  readonly emptyUrl: string;
  close(): Promise<void>;
}

const emptyPath = '/empty-page';
const run = promisify(execFile);

/** Builds the app into `folder` with this first root. Rejects with what the build printed. */
export async function buildApp(folder: string, firstRoot: string): Promise<string> {
  const app = path.join(folder, 'app');
  const root = path.join(folder, 'root.json');
  await writeFile(root, firstRoot);
  const vite = path.resolve('node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', app], {
    env: { ...process.env, MLEG_ROOT: root },
  });
  return app;
}

/** Serves a built app and a feed on a free port of this machine. */
export async function serveApp(app: string, answer: AnswerRequest): Promise<AppServer> {
  const { port, close } = await serveFeed({ answer, others: pagesOf(app) });
  const url = `http://localhost:${port}/`;
  return { url, emptyUrl: new URL(emptyPath, url).href, close };
}

function pagesOf(app: string): RequestListener {
  const pages = sirv(app, {
    etag: true,
    setHeaders(response) {
      for (const [name, value] of Object.entries(responseHeaders)) response.setHeader(name, value);
    },
  });
  return (request, response) => {
    const missing = (): void => {
      const isEmptyPage = request.url === emptyPath;
      response
        .writeHead(isEmptyPage ? 200 : 404, { ...responseHeaders, 'Content-Type': 'text/html' })
        .end('<!doctype html><title>-</title>');
    };
    pages(request, response, missing);
  };
}

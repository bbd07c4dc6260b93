/**
 * The server behind `npm start`: the built app at `/`, the feed at `/feed/`, and the specimens with
 * their private keys at `/specimens/`, which no other server may have.
 */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import path from 'node:path';
import sirv from 'sirv';
import { feedFileType, responseHeaders } from './response-headers.ts';

/** A key and its certificate, PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface ServeOptions {
  /** The built app. */
  readonly app: string;
  /** The world: its feed and holders. */
  readonly data: string;
  readonly port: number;
  /** `127.0.0.1`, or `0.0.0.0` for the local network. */
  readonly host: string;
  readonly certificate: Certificate | null;
  /** Settles when the app is built; until then there is nothing to show. */
  readonly built: Promise<unknown>;
}

/** Serves until the process ends; rejects when the port cannot be had. */
export function serve(options: ServeOptions): Promise<Server> {
  const { app, data, port, host, certificate, built } = options;
  const handle = requestListener(app, data, built);
  const server = certificate ? createSecureServer(certificate, handle) : createServer(handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** Answers for the app, the feed and the specimens. */
export function requestListener(
  app: string,
  data: string,
  built: Promise<unknown>,
): RequestListener {
  const folder = (directory: string): ReturnType<typeof sirv> =>
    sirv(directory, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });
  const feed = folder(path.join(data, 'feed'));
  const specimens = folder(path.join(data, 'holders'));
  const pages = folder(app);
  let isBuilt = false;
  built.then(
    () => {
      isBuilt = true;
    },
    () => undefined,
  );
  return (request, response) => {
    if (!isBuilt) return void response.writeHead(503, { 'Retry-After': '5' }).end('building\n');
    const missing = (): void => {
      setHeaders(response, '');
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404\n');
    };
    // Ranges serve nobody here, and a reversed one stops the file reader with an exception.
    delete request.headers.range;
    const url = request.url ?? '/';
    const mounted = [['/feed', feed] as const, ['/specimens', specimens] as const].find(([at]) =>
      url.startsWith(`${at}/`),
    );
    if (!mounted) return pages(request, response, missing);
    request.url = url.slice(mounted[0].length);
    return mounted[1](request, response, missing);
  };
}

function setHeaders(response: ServerResponse, file: string): void {
  for (const [name, value] of Object.entries(responseHeaders)) response.setHeader(name, value);
  if (file.endsWith('.jwt')) response.setHeader('Content-Type', feedFileType);
}

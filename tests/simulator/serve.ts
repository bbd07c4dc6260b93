/**
 * Answers over a real socket: `/feed/…` from the feed, everything else from another listener, so that
 * the built app can be served beside a feed that misbehaves.
 */
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, AnswerRequest, BodyStep } from './answer.ts';

export interface ServeFeedOptions {
  readonly answer: AnswerRequest;
  /** 0, or nothing, takes a free one. */
  readonly port?: number;
  /** Answers whatever is not below `/feed/`. */
  readonly others?: RequestListener;
}

/** A server that runs. */
export interface FeedServer {
  /** Of the feed, with a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections, open answers too. */
  close(): Promise<void>;
}

const prefix = '/feed/';

/** Serves on 127.0.0.1; rejects when the port cannot be had. */
export function serveFeed({ answer, port = 0, others }: ServeFeedOptions): Promise<FeedServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith(prefix)) {
      if (others) others(request, response);
      else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404\n');
      return;
    }
    const etag = request.headers['if-none-match'] ?? null;
    answer({ path: path.slice(prefix.length), etag })
      .then((given) => play(given, response))
      .catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${taken}${prefix}`,
        port: taken,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

async function play(given: Answer, response: ServerResponse): Promise<void> {
  if (given === 'silence') return;
  if (given === 'no-connection') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body, length } = given;
  for (const [name, value] of Object.entries({ ...headers, ...framing(status, length) }))
    response.setHeader(name, value);
  if (length === null) response.removeHeader('Transfer-Encoding');
  response.writeHead(status);
  // Headers go out before a body that may never begin.
  response.flushHeaders();
  for (const step of body) {
    if (response.destroyed) return;
    if (step === 'stall') return;
    if (step === 'cut') {
      response.destroy();
      return;
    }
    await takeStep(step, response);
  }
  response.end();
}

/** A body without a length ends where its connection closes (RFC 9112 §6.3). */
function framing(status: number, length: number | null): Record<string, string> {
  if (status === 304) return {};
  return length === null ? { Connection: 'close' } : { 'Content-Length': String(length) };
}

function takeStep(
  step: Exclude<BodyStep, 'stall' | 'cut'>,
  response: ServerResponse,
): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    const done = (): void => {
      response.off('close', resolve);
      resolve();
    };
    if (step instanceof Uint8Array) response.write(step, done);
    else setTimeout(done, step.wait);
  });
}

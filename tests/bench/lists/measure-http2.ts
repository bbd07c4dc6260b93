/**
 * What a whole feed costs over HTTP/2, which is how phones fetch it: every byte on the socket, header
 * frames and all, with the headers of the operator's guide. Encryption would add 22 bytes a record.
 */
import { once } from 'node:events';
import { type ClientHttp2Session, connect, createServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import type { MadeUpFeed } from './made-up-feed.ts';
import { compressFile } from './wire-size.ts';

/** Bytes on the socket. */
export interface Http2Traffic {
  readonly toDevice: number;
  readonly fromDevice: number;
}

/** As a browser of today asks. */
const requestHeaders = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'pl,en;q=0.9',
  'cache-control': 'no-cache',
  pragma: 'no-cache',
  'sec-ch-ua': '"Chromium";v="156", "Not?A_Brand";v="24"',
  'sec-ch-ua-mobile': '?1',
  'sec-ch-ua-platform': '"Android"',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'same-origin',
  'user-agent':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
} as const;

const pinned = 'public, max-age=31536000, immutable';
const atOnce = 6;

/** Fetches a feed as a device without any of it does. */
export async function measureHttp2(feed: MadeUpFeed): Promise<Http2Traffic> {
  const files = new Map<string, Uint8Array>([['manifest.jwt', compressFile(feed.manifest)]]);
  for (const { path, text } of [...feed.rules, ...feed.statusLists])
    files.set(path, compressFile(text));

  const server = createServer();
  server.on('stream', (stream, { ':path': path = '' }) => {
    const name = path.slice('/feed/'.length);
    const body = files.get(name);
    stream.respond({
      ':status': body ? 200 : 404,
      'content-type': body ? 'application/jwt' : 'text/plain',
      ...(body && { 'content-encoding': 'br', etag: `"${name.slice(-20, -4)}"` }),
      'cache-control': name === 'manifest.jwt' ? 'no-cache' : pinned,
      'cross-origin-resource-policy': 'same-origin',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    stream.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const socket = session.socket as Socket;
  try {
    await fetchBody(session, 'root/2.json');
    const queue = files.keys();
    const work = async (): Promise<void> => {
      for (const path of queue) await fetchBody(session, path);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return { toDevice: socket.bytesRead, fromDevice: socket.bytesWritten };
  } finally {
    session.close();
    server.close();
  }
}

async function fetchBody(session: ClientHttp2Session, path: string): Promise<void> {
  const request = session.request({ ':path': `/feed/${path}`, ...requestHeaders });
  request.resume();
  request.end();
  await once(request, 'end');
}

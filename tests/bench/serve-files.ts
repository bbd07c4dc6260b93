/**
 * A server on this machine, which makes its pages a secure context, with the headers that isolate them
 * from other origins and so give them their finest clock. Nothing is kept by the browser's cache: what
 * is measured twice is fetched twice.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What is sent for one path. */
export interface ServedFile {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** How the body is compressed already. */
  readonly encoding?: 'br';
}

/** A running server. */
export interface FileServer {
  /** Its address, with a slash at the end. */
  readonly address: string;
  /** Bytes that went over its connections so far, both ways, headers and all. */
  countBytes(): number;
  close(): void;
}

/** Serves files by path; what is not among them is a 404. */
export async function serveFiles(files: ReadonlyMap<string, ServedFile>): Promise<FileServer> {
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    response.writeHead(file ? 200 : 404, {
      'Content-Type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      ...(file?.encoding ? { 'Content-Encoding': file.encoding } : {}),
      'Cache-Control': 'no-store',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(file?.body);
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    countBytes: () =>
      [...sockets].reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0),
    close: () => void server.close(),
  };
}

import type { RequestListener } from 'node:http';
/** A published feed on the disk behind one fault: what `mleg simulate` runs. */
import { createFaultBoard } from './fault-board.ts';
import type { FaultName } from './faults.ts';
import { folderSource } from './folder-source.ts';
import { type FeedServer, serveFeed } from './serve.ts';

/** Serves a feed's folder at `/feed/` on 127.0.0.1, and `others` beside it; port 0 takes a free one. */
export function serveFolder(
  folder: string,
  fault: FaultName,
  port: number,
  others?: RequestListener,
): Promise<FeedServer> {
  const board = createFaultBoard(folderSource(folder), Date.now);
  board.turnOn(fault);
  return serveFeed({ answer: board.answer, port, ...(others ? { others } : {}) });
}

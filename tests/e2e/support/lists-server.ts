/**
 * The built app beside a feed that misbehaves when told to: one origin, the app where global set-up's
 * server built it, the feed from a copy of its world. What a test publishes, spoils or plays again
 * concerns nobody else.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sirv from 'sirv';
import { responseHeaders } from '../../../src/cli/response-headers.ts';
import { cardCommand } from '../../../src/cli/world-commands.ts';
import { publishFeed } from '../../../src/issuer/publish.ts';
import { loadWorld, type WorldCard } from '../../../src/issuer/world-state.ts';
import type { FileSource } from '../../simulator/answer.ts';
import { createFaultBoard, type FaultBoard } from '../../simulator/fault-board.ts';
import { folderSource } from '../../simulator/folder-source.ts';
import { serveFeed } from '../../simulator/serve.ts';
import { worldFolder } from './app-server.ts';

/** The app and its feed on a port of their own. */
export interface ListsServer {
  /** Of the app, with a slash at its end. */
  readonly url: string;
  readonly board: FaultBoard;
  /** The manifest that is published. */
  version(): Promise<number>;
  /** Gives a card another status and publishes; a card that no test shows, unless one is named. */
  publish(card?: string, status?: WorldCard['status']): Promise<number>;
  /** The QR text of a specimen, signed now. */
  signCode(card: string): Promise<string>;
  /** Copies the feed as it is and gives the copy's folder. */
  keepCopy(): Promise<string>;
  /** Serves such a copy; null serves what is published. */
  serveCopy(folder: string | null): void;
  /** Lets requests for these paths wait until the returned function is called. */
  hold(paths: RegExp): () => void;
  /** Sets the server's clock off by so many milliseconds. */
  shiftClock(milliseconds: number): void;
  /** Paths asked for since the last call. */
  takeRequests(): readonly string[];
  stop(): Promise<void>;
  /** Serves again on the same port. */
  restart(): Promise<void>;
  /** Stops and removes the copy of the world. */
  remove(): Promise<void>;
}

const bystander = 'other-school';

/** Starts on a free port of 127.0.0.1. */
export async function startListsServer(): Promise<ListsServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mleg-lists-'));
  const world = path.join(folder, 'world');
  for (const part of ['feed', 'holders', 'keys', 'world.json'])
    await cp(path.join(worldFolder, part), path.join(world, part), { recursive: true });
  let feed = path.join(world, 'feed');
  let clockShift = 0;
  let copies = 0;
  let taken = 0;
  let held: { readonly paths: RegExp; readonly released: Promise<void> } | null = null;

  const source: FileSource = async (name) => {
    if (held?.paths.test(name)) await held.released;
    return folderSource(feed)(name);
  };
  const board = createFaultBoard(source, () => Date.now() + clockShift);
  const others = sirv(path.join(worldFolder, 'app'), { dev: true, etag: true, setHeaders });
  const start = (port: number) => serveFeed({ answer: board.answer, port, others });
  let server = await start(0);
  const version = async () => (await loadWorld(world)).manifestVersion;

  return {
    url: `http://127.0.0.1:${server.port}/`,
    board,
    version,
    async publish(card = bystander, status) {
      const { manifest } = await publishFeed(world, Math.floor(Date.now() / 1000), {
        change: (state) => ({
          ...state,
          cards: state.cards.map((each) => change(each, card, status)),
        }),
      });
      return manifest.version;
    },
    signCode: (card) => cardCommand([world, '--id', card]),
    async keepCopy() {
      const copy = path.join(folder, `copy-${copies++}`);
      await cp(path.join(world, 'feed'), copy, { recursive: true });
      return copy;
    },
    serveCopy(copy) {
      feed = copy ?? path.join(world, 'feed');
    },
    hold(paths) {
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      held = { paths, released };
      return () => {
        held = null;
        release();
      };
    },
    shiftClock(milliseconds) {
      clockShift = milliseconds;
    },
    takeRequests() {
      const paths = board.requests.slice(taken).map((request) => request.path);
      taken = board.requests.length;
      return paths;
    },
    stop: () => server.close(),
    async restart() {
      server = await start(server.port);
    },
    async remove() {
      await server.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Without a status that is asked for, one that the card does not have. */
function change(card: WorldCard, id: string, status?: WorldCard['status']): WorldCard {
  if (card.id !== id) return card;
  return { ...card, status: status ?? (card.status === 'valid' ? 'suspended' : 'valid') };
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(responseHeaders)) response.setHeader(name, value);
}

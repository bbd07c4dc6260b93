/**
 * One writer at a time on a world: `npm start` re-signs while somebody revokes a card, and neither may
 * save what the other has changed meanwhile.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const patience = 100;
const attempts = 100;

/** Runs `work` alone on a world's folder; takes over a lock that nobody has given back for ten seconds. */
export async function withWorldLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const lock = path.join(directory, 'lock');
  await takeLock(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return void (await mkdir(lock));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await sleep(patience);
  }
}

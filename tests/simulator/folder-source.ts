/** A published feed on the disk, `DIR/feed`, as a source of files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileSource } from './answer.ts';

/** Reads files below a folder, each time anew: a feed is published while it is served. */
export const folderSource =
  (folder: string): FileSource =>
  async (name) => {
    const file = path.resolve(folder, name);
    if (!file.startsWith(path.resolve(folder) + path.sep)) return null;
    try {
      return await readFile(file);
    } catch (error) {
      if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
        return null;
      throw error;
    }
  };

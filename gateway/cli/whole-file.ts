/** A file that appears, or takes the place of the one before, when it is whole. */
import { createWriteStream, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { isADirectory, unwritable } from './files.ts';

export type WholeFile = {
  stream: Writable;
  /** Puts it in its place, once the stream has ended. */
  keep(): void;
  discard(): void;
};

/** @throws PostilError FILE_UNWRITABLE */
export async function openWholeFile(file: string): Promise<WholeFile> {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw isADirectory;
    // A device or a pipe is not to be replaced by a file, nor a link: what it leads to is.
    const isPlain = found === undefined || found.isFile();
    const place = isPlain && found ? realpathSync(file) : file;
    const draft = isPlain ? `${place}.part` : place;
    const handle = await open(draft, 'w');
    return {
      stream: createWriteStream(draft, { fd: handle }),
      keep: () => {
        if (isPlain) attempt(file, () => renameSync(draft, place));
      },
      discard: () => {
        if (isPlain) rmSync(draft, { force: true });
      },
    };
  } catch (error) {
    throw unwritable(file, error);
  }
}

function attempt(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw unwritable(file, error);
  }
}

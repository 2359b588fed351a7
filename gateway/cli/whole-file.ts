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

/**
 * A signal that ends the process before keep() discards the file, with the exit code that shells give to it.
 * @throws PostilError FILE_UNWRITABLE
 */
export async function openWholeFile(file: string): Promise<WholeFile> {
  let ignoreSignals = () => {};
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) throw isADirectory;
    // A device or a pipe is not to be replaced by a file, nor a link: what it leads to is.
    const isPlain = found === undefined || found.isFile();
    const place = isPlain && found ? realpathSync(file) : file;
    const draft = isPlain ? `${place}.part` : place;
    const remove = () => {
      if (isPlain) rmSync(draft, { force: true });
    };
    ignoreSignals = onSignals((number) => {
      remove();
      process.exit(128 + number);
    });
    const handle = await open(draft, 'w');
    return {
      stream: createWriteStream(draft, { fd: handle }),
      keep: () => {
        if (isPlain) attempt(file, () => renameSync(draft, place));
        ignoreSignals();
      },
      discard: () => {
        remove();
        ignoreSignals();
      },
    };
  } catch (error) {
    ignoreSignals();
    throw unwritable(file, error);
  }
}

/** @returns what ends it */
function onSignals(action: (number: number) => void): () => void {
  const listener = (_: NodeJS.Signals, number: number) => action(number);
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function attempt(file: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw unwritable(file, error);
  }
}

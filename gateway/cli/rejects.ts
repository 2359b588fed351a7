/** The file of --rejects: bad rows of an import, as JSONL. */
import { type BigIntStats, closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { PostilError } from '../errors.ts';
import type { Refused } from '../transfer/import.ts';
import { unwritable } from './files.ts';

export type Rejects = { write(row: Refused): void; close(): void };

/**
 * Opens the file without emptying it: what is in it may be the input, by whatever name, or rows that somebody has yet
 * to mend.
 * @throws PostilError BAD_ARGUMENT for the input and for a file that is not empty; FILE_UNWRITABLE
 */
export function openRejects(file: string, input: BigIntStats): Rejects {
  const descriptor = attempt(file, () => openSync(file, 'a'));
  try {
    refuse(file, fstatSync(descriptor, { bigint: true }), input);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return {
    // At once, row by row: a bad file may have millions.
    write: (row) => void attempt(file, () => writeSync(descriptor, `${JSON.stringify(row)}\n`)),
    close: () => closeSync(descriptor),
  };
}

function refuse(file: string, found: BigIntStats, input: BigIntStats): void {
  if (!found.isFile()) return; // A device or a pipe has nothing to lose.
  if (found.dev === input.dev && found.ino === input.ino) {
    throw new PostilError('BAD_ARGUMENT', '--rejects is the file that is imported', {
      hint: 'Name another file for the bad rows.',
    });
  }
  if (found.size > 0n) {
    throw new PostilError('BAD_ARGUMENT', `${file} is not empty`, {
      hint: 'It may hold bad rows of an earlier import. Name another file with --rejects, or remove that one.',
    });
  }
}

function attempt<Value>(file: string, action: () => Value): Value {
  try {
    return action();
  } catch (error) {
    throw unwritable(file, error);
  }
}

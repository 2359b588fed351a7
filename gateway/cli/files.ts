/** What went wrong with a file that the user named, in plain words, and what to do about it. */
import { PostilError } from '../errors.ts';

/** FILE_UNREADABLE */
export function unreadable(file: string, error: unknown): PostilError {
  return fileError('FILE_UNREADABLE', `cannot read ${nameOf(file)}`, error, {
    EACCES: 'Make it readable for the user who runs this, for example with chmod, or run this as its owner.',
    EISDIR: 'Name a file in it.',
  });
}

/** FILE_UNWRITABLE */
export function unwritable(file: string, error: unknown): PostilError {
  return fileError('FILE_UNWRITABLE', `cannot write to ${nameOf(file)}`, error, {
    EACCES: 'Name a file in a folder that you may write to.',
    EISDIR: 'Name a file in it.',
    ENOENT: 'Create its folder first, or name a file in another.',
    ENOSPC: 'Free some space, or name a file on another disk.',
  });
}

export const isADirectory = Object.assign(new Error('EISDIR: illegal operation on a directory'), {
  code: 'EISDIR',
});

const reasons: Record<string, string> = {
  EACCES: 'you may not',
  EISDIR: 'it is a directory',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no directory',
  EROFS: 'its disk is read-only',
};

const same: Record<string, string> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC' };

function fileError(code: string, what: string, error: unknown, hints: Record<string, string>): PostilError {
  const { message, code: given = '' } = error as NodeJS.ErrnoException;
  const errno = same[given] ?? given;
  const reason = reasons[errno];
  return new PostilError(code, reason === undefined ? what : `${what}: ${reason}`, {
    details: message,
    hint: hints[errno] ?? 'Check its path and name.',
    cause: error,
  });
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

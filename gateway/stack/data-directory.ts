/**
 * The data directory (`.postil/` by default): secrets, the database's files, logs, and the run file that says which
 * Postil uses it now and where it answers.
 */

import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PostilError } from '../errors.ts';

export type DataDirectory = {
  readonly path: string;
  /** PostgreSQL's files; a link to elsewhere when the user that PostgreSQL runs as cannot come here. */
  readonly database: string;
  readonly runFile: string;
  readonly secretsFile: string;
  readonly log: (name: 'gateway' | 'postgres' | 'postgrest') => string;
};

/** What a running Postil writes down for the other commands. */
export type RunFile = {
  pid: number;
  /** When that process began, as the system tells it: a pid alone may be somebody else's by now. */
  began: string;
  gateway_url?: string;
  rest_url?: string;
  database_url?: string;
  storage_version?: number;
  /** Lets the other commands of whoever may read this file sign in. */
  jwt_secret?: string;
  pids?: { gateway: number; postgres: number | null; postgrest: number | null };
};

export type Secrets = {
  jwt_secret: string;
  superuser_password: string;
  owner_password: string;
};

export function dataDirectory(path: string): DataDirectory {
  const absolute = resolve(path);
  return {
    path: absolute,
    database: join(absolute, 'postgres'),
    runFile: join(absolute, 'run.json'),
    secretsFile: join(absolute, 'secrets.json'),
    log: (name) => join(absolute, `${name}.log`),
  };
}

/**
 * Makes this process the one that uses the directory, creating it when needed.
 * @returns gives the directory up again
 * @throws PostilError DATA_IN_USE while another Postil lives; the run file of a dead one is taken over
 */
export function claim(data: DataDirectory): () => void {
  const mine: RunFile = { pid: process.pid, began: beginning(process.pid) ?? '' };
  try {
    // Others may pass through (PostgreSQL may run as another user) but not look around.
    makeDirectory(data.path, 0o711);
    const draft = join(data.path, `run.${process.pid}.json`);
    try {
      writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
      claimWith(data, draft);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw error instanceof PostilError ? error : unwritable(data.path, error);
  }
  return () => {
    if (parseRunFile(contents(data.runFile))?.pid === process.pid) rmSync(data.runFile, { force: true });
  };
}

// link(2) fails when the name exists, and a reader never sees half a file.
function claimWith(data: DataDirectory, draft: string): void {
  for (;;) {
    try {
      linkSync(draft, data.runFile);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = contents(data.runFile);
    const holder = runningBy(found);
    if (holder) {
      throw new PostilError('DATA_IN_USE', `${data.path} is in use by another Postil (pid ${holder.pid})`, {
        details: holder.gateway_url ? `It answers at ${holder.gateway_url}.` : 'It is starting.',
        hint: `Use it as it is, stop it with: postil stop --data ${data.path}, or choose another directory with --data.`,
      });
    }
    if (found !== undefined && takeOver(data, draft, found)) return;
  }
}

/**
 * Replaces a dead one's run file. Only who holds the file named after it may, and only while it is still there: of two
 * that find it dead, the second would otherwise replace the first one's.
 * @returns false when somebody else is about it, or was faster; look again
 */
function takeOver(data: DataDirectory, draft: string, dead: string): boolean {
  const turn = `${data.runFile}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
  try {
    linkSync(draft, turn);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!runningBy(contents(turn))) rmSync(turn, { force: true }); // It died in the middle.
    return false;
  }
  try {
    if (contents(data.runFile) !== dead) return false;
    renameSync(draft, data.runFile);
    return true;
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Replaces the run file in one step. */
export function writeRunFile(data: DataDirectory, more: Omit<RunFile, 'pid' | 'began'>): void {
  const draft = `${data.runFile}.draft`;
  writeFileSync(
    draft,
    JSON.stringify({ pid: process.pid, began: beginning(process.pid) ?? '', ...more }, null, 2),
    {
      mode: 0o600,
    },
  );
  renameSync(draft, data.runFile);
}

/** The Postil that uses the directory now, or undefined. */
export function running(data: DataDirectory): RunFile | undefined {
  return runningBy(contents(data.runFile));
}

function runningBy(text: string | undefined): RunFile | undefined {
  const found = parseRunFile(text);
  // Anything else in the file was not written by a Postil.
  if (typeof found?.pid !== 'number' || typeof found.began !== 'string') return undefined;
  return beginning(found.pid) === found.began ? found : undefined;
}

function parseRunFile(text: string | undefined): RunFile | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as RunFile);
  } catch {
    return undefined; // Not one of ours.
  }
}

function contents(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new PostilError('NOT_READABLE', `cannot read ${file}`, {
      details: message,
      hint: 'It belongs to the user that runs that Postil; run this as the same user, or set POSTIL_URL and POSTIL_API_KEY.',
      cause: error,
    });
  }
}

/** The secrets of the directory, made on first use. */
export function secrets(data: DataDirectory): Secrets {
  try {
    return JSON.parse(readFileSync(data.secretsFile, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new PostilError('SECRETS_UNREADABLE', `cannot read ${data.secretsFile}`, {
        details: (error as Error).message,
        hint: 'It holds the passwords of the database beside it. Make it readable again, or restore it from a backup.',
        cause: error,
      });
    }
  }
  const made: Secrets = {
    jwt_secret: randomBytes(48).toString('base64url'),
    superuser_password: randomBytes(24).toString('base64url'),
    owner_password: randomBytes(24).toString('base64url'),
  };
  try {
    const draft = `${data.secretsFile}.draft`;
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, data.secretsFile);
  } catch (error) {
    throw unwritable(data.path, error);
  }
  return made;
}

/** Makes a directory that is not there yet, with just this mode, whatever the umask. */
export function makeDirectory(path: string, mode: number): void {
  if (mkdirSync(path, { recursive: true, mode }) !== undefined) chmodSync(path, mode);
}

/** An error about a directory that cannot be written to, saying why and what to do. */
export function unwritable(path: string, error: unknown): PostilError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(path, message);
  return new PostilError('NOT_WRITABLE', `cannot write to ${path}`, {
    details: message,
    hint: 'Make the directory writable for the user that runs Postil, or choose another one with --data.',
    cause: error,
  });
}

export function diskFull(path: string, details: string): PostilError {
  return new PostilError('DISK_FULL', `the disk that holds ${path} is full`, {
    details,
    hint: 'Free some space, or choose a directory on another disk with --data.',
  });
}

/** When a process began, in the system's own words; undefined when there is none. */
export function beginning(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold anything; what follows it is regular. Field 22 is the start time, 3 the state.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  } catch {
    return undefined;
  }
}

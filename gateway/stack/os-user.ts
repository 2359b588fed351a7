/**
 * Which operating-system user the embedded servers run as. PostgreSQL refuses to run as root, so a Postil that is
 * started by root lets its servers run as somebody without rights.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { badSetting, PostilError } from '../errors.ts';

/** undefined: the servers run as whoever started Postil. */
export type OsUser = { name: string; uid: number; gid: number } | undefined;

/**
 * Chooses the user: nobody special unless Postil runs as root; then $POSTIL_OS_USER, the owner of an existing
 * database, `postgres`, or `nobody`, whichever is first to exist.
 * @param databaseDirectory where PostgreSQL's files are, if they are there already
 * @throws PostilError NO_OS_USER when root has no other user to turn to, BAD_SETTING
 */
export function chooseOsUser(databaseDirectory: string, env: NodeJS.ProcessEnv): OsUser {
  if (process.getuid?.() !== 0) return undefined;
  const wanted = env['POSTIL_OS_USER'];
  if (wanted !== undefined) return namedUser(wanted);
  const user = ownerOf(databaseDirectory) ?? lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new PostilError(
    'NO_OS_USER',
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody"',
    {
      hint: 'Start Postil as an ordinary user, or set POSTIL_OS_USER to an unprivileged user.',
    },
  );
}

/**
 * Looks at $POSTIL_OS_USER, which counts for root only.
 * @throws PostilError BAD_SETTING
 */
export function checkOsUser(wanted: string | undefined): void {
  if (wanted !== undefined && process.getuid?.() === 0) namedUser(wanted);
}

function namedUser(name: string): OsUser {
  const user = lookUp(name);
  if (user && user.uid !== 0) return user;
  throw badSetting(
    'POSTIL_OS_USER',
    `is ${JSON.stringify(name)}`,
    'an existing unprivileged user, or left out',
  );
}

/** Whether the user may enter the directory, which takes the right to pass through every directory above it. */
export function canEnter(directory: string, user: OsUser): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    cwd: '/',
    stdio: 'ignore',
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  return tried.status === 0;
}

function ownerOf(directory: string): OsUser {
  const found = statSync(directory, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { name: `uid ${found.uid}`, uid: found.uid, gid: found.gid } : undefined;
}

function lookUp(name: string): OsUser {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

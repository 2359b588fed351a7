/** A cluster made with PostgreSQL's programs as the system installed them, to test other versions than the embedded. */
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataDirectory, Secrets } from '../../gateway/stack/data-directory.ts';
import { chooseOsUser } from '../../gateway/stack/os-user.ts';
import type { EmbeddedPostgres } from '../../gateway/stack/postgres.ts';

/**
 * As preparePostgres(), with the programs in a given directory.
 * @returns undefined when they are not there
 */
export function prepareInstalledPostgres(
  programs: string,
  data: DataDirectory,
  secrets: Secrets,
): EmbeddedPostgres | undefined {
  const binaries = { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres') };
  if (!existsSync(binaries.initdb)) return undefined;
  const user = chooseOsUser(data.database, process.env);
  const passwordFile = join(data.path, 'password');
  writeFileSync(passwordFile, secrets.superuser_password, { mode: 0o600 });
  mkdirSync(data.database, { mode: 0o700 });
  if (user) {
    chownSync(passwordFile, user.uid, user.gid);
    chownSync(data.database, user.uid, user.gid);
  }
  const as = { cwd: '/', encoding: 'utf8' as const, ...(user && { uid: user.uid, gid: user.gid }) };
  execFileSync(
    binaries.initdb,
    [
      `--pgdata=${data.database}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C', // The builtin provider came with version 17.
      '--no-sync',
    ],
    as,
  );
  const version = execFileSync(binaries.postgres, ['--version'], as).trim();
  return { user, binaries: { ...binaries, version }, directory: data.database };
}

/**
 * The repeatables: functions, views, triggers, policies, grants and defaults in sql/, one object per file. A file is
 * applied when its hash differs from the one that was applied last, all changed files in one transaction.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { exitCodes, PostilError } from '../errors.ts';
import { sqlDirectory } from '../paths.ts';

export type Repeatable = { path: string; kind: string; sql: string; sha256: string };

/** A file `area/name.kind.sql` is applied in the place of its kind: triggers and policies call functions, not the reverse. */
const kinds = ['function', 'default', 'view', 'trigger', 'policy', 'grant'];

/** All files of sql/, in the order in which they are applied. */
export function readRepeatables(): Repeatable[] {
  return readdirSync(sqlDirectory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .map((path) => {
      const kind = /\.([a-z]+)\.sql$/.exec(path)?.[1] ?? '';
      if (!kinds.includes(kind)) {
        throw new PostilError('BAD_FILE_NAME', `sql/${path} does not say what kind of object it holds`, {
          hint: `Name it area/name.kind.sql, kind being one of ${kinds.join(', ')}.`,
        });
      }
      const sql = readFileSync(join(sqlDirectory, path), 'utf8');
      return { path, kind, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.path < b.path ? -1 : 1));
}

/**
 * Applies the given files and notes their hashes, in the transaction that the client is in.
 * @throws PostilError REPEATABLE_FAILED naming the file
 */
export async function applyRepeatables(client: pg.ClientBase, paths: string[]): Promise<void> {
  const files = readRepeatables().filter(({ path }) => paths.includes(path));
  const functions = files.filter(({ kind }) => kind === 'function');
  // Functions may call functions that come later in the order, so first they are only made, and then checked.
  await client.query('set local check_function_bodies = off');
  for (const file of functions) await apply(client, file);
  await client.query('set local check_function_bodies = on');
  for (const file of files) await apply(client, file);
  await client.query(
    `insert into postil_private.repeatables (path, sha256)
     select * from unnest($1::text[], $2::text[])
     on conflict (path) do update set sha256 = excluded.sha256, applied_at = now()`,
    [files.map(({ path }) => path), files.map(({ sha256 }) => sha256)],
  );
}

async function apply(client: pg.ClientBase, file: Repeatable): Promise<void> {
  try {
    await client.query(file.sql);
  } catch (error) {
    const { message, hint } = error as { message: string; hint?: string };
    throw new PostilError('REPEATABLE_FAILED', `sql/${file.path} could not be applied`, {
      details: message,
      hint: hint ?? null,
      exitCode: exitCodes.migrationFailed,
      cause: error,
    });
  }
}

/** Bringing a database to the storage version that this program needs. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from 'node-pg-migrate';
import type pg from 'pg';
import { exitCodes, PostilError } from '../errors.ts';
import { migrationsDirectory } from '../paths.ts';
import { applyRepeatables } from './repeatables.ts';
import {
  migrationHash,
  migrationNames,
  owedRepeatables,
  readStorageState,
  type StorageState,
} from './version.ts';

/** The advisory lock of migrations; 'postil' in ASCII. */
const lockKey = 0x706f7374696c;

/**
 * Makes sure that this program understands the database, installing the schema into an empty one.
 * @param client a session of a role that may create roles and schemas, used for nothing else meanwhile
 * @param migrate whether a database that is behind may be changed
 * @param say reports what takes time
 * @returns what was found; `installed` tells whether the schema was made just now
 * @throws PostilError MIGRATION_OWED (exit 3), STORAGE_AHEAD (4), STORAGE_DRIFT (5), MIGRATION_LOCKED (7), MIGRATION_FAILED (8)
 */
export async function prepareStorage(
  client: pg.ClientBase,
  migrate: boolean,
  say: (message: string) => void,
): Promise<{ installed: boolean; version: number }> {
  const state = await readStorageState(client);
  if (state.kind === 'current') return { installed: false, version: state.to };
  refuseUnlessAllowed(state, migrate);
  const unlock = await lock(client);
  try {
    const now = await readStorageState(client);
    refuseUnlessAllowed(now, migrate);
    if (now.kind === 'current') return { installed: false, version: now.to };
    say(
      now.kind === 'empty'
        ? `Installing the schema, storage version ${now.to}`
        : `Migrating from storage version ${now.from} to ${now.to}`,
    );
    await apply(client);
    return { installed: now.kind === 'empty', version: now.to };
  } finally {
    await unlock();
  }
}

/**
 * Makes sure that this program understands the database, writing nothing.
 * @throws PostilError MIGRATION_OWED (exit 3), STORAGE_AHEAD (4), STORAGE_DRIFT (5)
 */
export async function requireCurrentStorage(client: pg.ClientBase): Promise<void> {
  const state = await readStorageState(client);
  refuseUnlessAllowed(state.kind === 'empty' ? { ...state, kind: 'behind' } : state, false);
}

function refuseUnlessAllowed(state: StorageState, migrate: boolean): void {
  if (state.kind === 'ahead') {
    throw new PostilError(
      'STORAGE_AHEAD',
      `the database has storage version ${state.from}, this Postil knows up to ${state.to}`,
      {
        details: `${state.reasons.join('; ')}.`,
        hint: 'Start the newer Postil that made it.',
        exitCode: exitCodes.storageAhead,
      },
    );
  }
  if (state.kind === 'edited') {
    throw new PostilError('STORAGE_DRIFT', 'the files of this Postil are not those that made the database', {
      details: `${state.reasons.join('; ')}.`,
      hint: 'Restore the files of migrations/ and sql/ as they were released.',
      exitCode: exitCodes.storageDrift,
    });
  }
  if (state.kind === 'behind' && !migrate) {
    throw new PostilError(
      'MIGRATION_OWED',
      `the database has storage version ${state.from}, this Postil needs ${state.to}`,
      {
        details: `Owed: ${[...state.migrations, ...state.repeatables.map((path) => `sql/${path}`)].join(', ')}.`,
        hint: 'Make a backup, then start with: postil serve --migrate',
        exitCode: exitCodes.migrationOwed,
      },
    );
  }
}

/** A waiting lock and CREATE INDEX CONCURRENTLY deadlock, so this polls. */
async function lock(client: pg.ClientBase, timeoutSeconds = 60): Promise<() => Promise<void>> {
  const deadline = Date.now() + timeoutSeconds * 1000;
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      lockKey,
    ]);
    if (rows[0]?.mine) {
      return async () => {
        await client.query('select pg_advisory_unlock($1)', [lockKey]);
      };
    }
    if (Date.now() > deadline) {
      throw new PostilError('MIGRATION_LOCKED', 'another Postil is migrating this database', {
        hint: 'Wait for it to finish and start again.',
        exitCode: exitCodes.locked,
      });
    }
    await sleep(200);
  }
}

async function apply(client: pg.ClientBase): Promise<void> {
  await client.query(readFileSync(new URL('roles.sql', import.meta.url), 'utf8'));
  // Everything that is made from here on belongs to this role, which is no superuser.
  await client.query('set role postil_owner');
  // A table that somebody holds makes the migration fail and be tried again, not everybody queue up behind it.
  await client.query(`set lock_timeout = '5s'`);
  const log: string[] = [];
  try {
    await runner({
      dbClient: client as pg.Client,
      dir: migrationsDirectory,
      direction: 'up',
      migrationsTable: 'migrations',
      migrationsSchema: 'postil_private',
      createMigrationsSchema: true,
      singleTransaction: true,
      noLock: true, // Ours is held already.
      log: (line) => log.push(line),
    });
    await client.query('begin');
    for (const name of migrationNames()) {
      await client.query(
        'insert into postil_private.migration_hashes (name, sha256) values ($1, $2) on conflict do nothing',
        [name, migrationHash(name)],
      );
    }
    await applyRepeatables(client, await owedRepeatables(client));
    await client.query(`notify pgrst, 'reload schema'`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error instanceof PostilError) throw error;
    throw new PostilError('MIGRATION_FAILED', 'the migration failed and was rolled back', {
      details: (error as Error).message,
      hint: `What it was doing:\n${log.slice(-8).join('\n')}`,
      exitCode: exitCodes.migrationFailed,
      cause: error,
    });
  } finally {
    await client.query('reset role; reset lock_timeout');
  }
}

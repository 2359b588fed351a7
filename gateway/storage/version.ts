/**
 * Storage versions: what this program's files ask for, what a database has, and how the two compare.
 * A storage version is the number of the last migration.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { migrationsDirectory } from '../paths.ts';
import { type Repeatable, readRepeatables } from './repeatables.ts';

export type StorageState = {
  kind: 'empty' | 'current' | 'behind' | 'ahead' | 'edited';
  /** The version the database has; 0 when it is empty. */
  from: number;
  /** The version this program needs. */
  to: number;
  /** Migrations to run, by file name, in order. */
  migrations: string[];
  /** Files of sql/ to apply. */
  repeatables: string[];
  /** Why a database counts as edited or ahead. */
  reasons: string[];
};

/** The migrations of this program, in order, by file name without `.sql`. */
export function migrationNames(): string[] {
  return readdirSync(migrationsDirectory)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .sort();
}

export function versionOf(migration: string | undefined): number {
  return migration === undefined ? 0 : Number.parseInt(migration, 10);
}

/** The hash of a migration's file; an edit of a migration that has run is noticed by it. */
export function migrationHash(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(migrationsDirectory, `${name}.sql`)))
    .digest('hex');
}

/** Reads what the database has, writing nothing. */
export async function readStorageState(client: pg.ClientBase): Promise<StorageState> {
  const wanted = migrationNames();
  const to = versionOf(wanted.at(-1));
  const repeatables = readRepeatables();
  const found = await client.query<{ ledger: boolean; checksums: boolean }>(
    `select to_regclass('postil_private.migrations') is not null as ledger,
            to_regclass('postil_private.migration_hashes') is not null as checksums`,
  );
  // The ledger is made first, and all migrations after it in one transaction: an installation may be cut short between.
  const ran = found.rows[0]?.ledger
    ? await client.query<{ name: string }>('select name from postil_private.migrations order by run_on, id')
    : { rows: [] };
  if (ran.rows.length === 0) {
    return {
      kind: 'empty',
      from: 0,
      to,
      migrations: wanted,
      repeatables: repeatables.map((file) => file.path),
      reasons: [],
    };
  }
  const names = ran.rows.map((row) => row.name);
  const from = versionOf(names.at(-1));
  const applied = await appliedRepeatables(client);
  const state = {
    from,
    to,
    migrations: wanted.slice(names.length),
    repeatables: notApplied(repeatables, applied),
  };
  const unknown = names.filter((name) => !wanted.includes(name));
  if (unknown.length > 0 && from > to) {
    return {
      ...state,
      kind: 'ahead',
      reasons: [`it has ${unknown.join(', ')}, which this program does not know`],
    };
  }
  const reordered = names.filter((name, place) => wanted[place] !== name);
  if (reordered.length > 0) {
    return {
      ...state,
      kind: 'edited',
      reasons: reordered.map((name) => `${name} is not in its place among the files`),
    };
  }
  const edited = found.rows[0]?.checksums ? await editedMigrations(client) : [];
  if (edited.length > 0) {
    return { ...state, kind: 'edited', reasons: edited.map((name) => `${name} was edited after it ran`) };
  }
  // A migration drops the object, which no file can, and deletes its row.
  const gone = [...applied.keys()].filter((path) => !repeatables.some((file) => file.path === path));
  if (gone.length > 0 && state.migrations.length === 0) {
    return { ...state, kind: 'edited', reasons: gone.map((path) => `sql/${path} was applied and is gone`) };
  }
  // Migrations without any of sql/: an installation that was cut short between the two.
  if (state.repeatables.length === repeatables.length)
    return { ...state, kind: 'empty', from: 0, reasons: [] };
  const behind = state.migrations.length > 0 || state.repeatables.length > 0;
  return { ...state, kind: behind ? 'behind' : 'current', reasons: [] };
}

async function editedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from postil_private.migration_hashes order by name',
  );
  return rows.filter((row) => migrationHash(row.name) !== row.sha256).map((row) => row.name);
}

/** The files of sql/ that are not applied as they are, or that a migration has forgotten, having dropped their objects. */
export async function owedRepeatables(client: pg.ClientBase): Promise<string[]> {
  return notApplied(readRepeatables(), await appliedRepeatables(client));
}

function notApplied(files: Repeatable[], applied: Map<string, string>): string[] {
  return files.filter((file) => applied.get(file.path) !== file.sha256).map((file) => file.path);
}

/** The files of sql/ as they were applied last: path to hash. */
async function appliedRepeatables(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ path: string; sha256: string }>(
    'select path, sha256 from postil_private.repeatables',
  );
  return new Map(rows.map((row) => [row.path, row.sha256]));
}

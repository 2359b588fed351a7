/** What a start of Postil does with a database, by what it finds there. */
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareStorage } from '../../gateway/storage/migrate.ts';
import { readRepeatables } from '../../gateway/storage/repeatables.ts';
import { migrationNames, readStorageState, versionOf } from '../../gateway/storage/version.ts';
import { createDatabase, createEmptyDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { untilAsked } from '../support/waiting.ts';

const current = versionOf(migrationNames().at(-1));
const quietly = () => {};

describeOnCluster('prepareStorage', () => {
  let database: Database;
  let client: pg.Client;
  afterEach(() => database.drop());

  /** Every object and every ledger row, with the transaction that wrote it. */
  const fingerprint = async (): Promise<unknown> => {
    const { rows } = await client.query(`
      select 'function' as kind, oid::regprocedure::text as name, xmin::text as written from pg_proc
      where pronamespace::regnamespace::text like 'postil%'
      union all select 'relation', oid::regclass::text, xmin::text from pg_class
      where relnamespace::regnamespace::text like 'postil%'
      union all select 'policy', polname, xmin::text from pg_policy
      union all select 'trigger', tgname, xmin::text from pg_trigger where not tgisinternal
      union all select 'migration', name, xmin::text from postil_private.migrations
      union all select 'hash', name, xmin::text from postil_private.migration_hashes
      union all select 'repeatable', path, xmin::text from postil_private.repeatables
      order by 1, 2, 3`);
    return rows;
  };
  const readOnly = () => client.query('set default_transaction_read_only = on');

  describe('on an empty database', () => {
    beforeEach(async () => {
      database = await createEmptyDatabase();
      client = await database.connect();
    });

    test('installs the schema', async () => {
      expect(await prepareStorage(client, false, quietly)).toEqual({ installed: true, version: current });
      const { rows } = await client.query('select key from postil.namespaces');
      expect(rows).toEqual([{ key: 'default' }]);
      const ledger = await client.query('select path from postil_private.repeatables');
      expect(ledger.rowCount).toBe(readRepeatables().length);
    });

    test('says what it does', async () => {
      const said: string[] = [];
      await prepareStorage(client, false, (message) => said.push(message));
      expect(said).toEqual([`Installing the schema, storage version ${current}`]);
    });

    test('leaves the session in its own role and without locks', async () => {
      await prepareStorage(client, false, quietly);
      const { rows } = await client.query(`
        select current_user, (
          select count(*)
          from pg_locks
          where locktype = 'advisory'
            and database = (select oid from pg_database where datname = current_database())
        )::integer as locks`);
      expect(rows).toEqual([{ current_user: 'postgres', locks: 0 }]);
    });

    test.for([
      ['before its migrations', 'ALTER TABLE', 'MIGRATION_FAILED'],
      ['after its migrations', 'CREATE POLICY', 'REPEATABLE_FAILED'],
    ])('finishes an installation that was cut short %s', async ([, command, code]) => {
      await client.query(`
        create function refuse() returns event_trigger language plpgsql as $$ begin raise 'cut short'; end $$;
        create event trigger cut_short on ddl_command_start when tag in ('${command}') execute function refuse()`);
      await expect(prepareStorage(client, false, quietly)).rejects.toMatchObject({ code });
      await client.query('drop event trigger cut_short');
      expect(await prepareStorage(client, false, quietly)).toEqual({ installed: true, version: current });
      expect(await prepareStorage(client, false, quietly)).toEqual({ installed: false, version: current });
    });

    test('needs no superuser once the roles exist', async () => {
      const owner = await database.connect('postil_owner');
      expect(await prepareStorage(owner, false, quietly)).toEqual({ installed: true, version: current });
    });

    test('lets one of two install, while the other waits', async () => {
      const other = await database.connect();
      const results = await Promise.all([
        prepareStorage(client, false, quietly),
        prepareStorage(other, false, quietly),
      ]);
      expect(results.map(({ installed }) => installed).sort()).toEqual([false, true]);
    });
  });

  describe('on a current database', () => {
    beforeEach(async () => {
      database = await createDatabase();
      client = await database.connect();
    });

    test('finds nothing to do, and writes nothing', async () => {
      const before = await fingerprint();
      await readOnly();
      expect(await prepareStorage(client, false, quietly)).toEqual({ installed: false, version: current });
      expect(await prepareStorage(client, true, quietly)).toEqual({ installed: false, version: current });
      expect(await fingerprint()).toEqual(before);
    });

    test('does not wait for a lock', async () => {
      const other = await database.connect();
      await other.query(`begin; lock table postil.records, postil_private.api_keys in access exclusive mode`);
      expect(await prepareStorage(client, false, quietly)).toEqual({ installed: false, version: current });
    });
  });

  describe('on a database that is behind', () => {
    beforeEach(async () => {
      database = await createDatabase();
      client = await database.connect();
      await client.query(`
        update postil_private.repeatables set sha256 = 'older' where path = 'users/me.function.sql';
        create or replace function postil.me() returns table (id uuid, name text, owner boolean, members jsonb)
          language sql as 'select null::uuid, null, false, null::jsonb'`);
    });

    test('refuses, names what is owed, and writes nothing', async () => {
      const before = await fingerprint();
      await readOnly();
      await expect(prepareStorage(client, false, quietly)).rejects.toMatchObject({
        code: 'MIGRATION_OWED',
        exitCode: 3,
        details: expect.stringContaining('sql/users/me.function.sql'),
      });
      expect(await fingerprint()).toEqual(before);
    });

    test('migrates when told to, only what is owed', async () => {
      const before = (await fingerprint()) as { name: string }[];
      expect(await prepareStorage(client, true, quietly)).toEqual({ installed: false, version: current });
      expect((await client.query('select * from postil.me()')).rows).toEqual([]);
      const after = (await fingerprint()) as { name: string }[];
      const written = after.filter(
        (row) => !before.some((old) => JSON.stringify(old) === JSON.stringify(row)),
      );
      expect(written.map(({ name }) => name)).toEqual(['postil.me()', 'users/me.function.sql']);
      expect(await prepareStorage(client, false, quietly)).toEqual({ installed: false, version: current });
    });

    test('applies what a migration has forgotten', async () => {
      // In the place of a migration that drops a function, with its grants, because its result is another now.
      await client.query(`
        create function public.drop_it() returns trigger language plpgsql as $$
        begin
          delete from postil_private.repeatables where path = 'users/me.grant.sql';
          revoke execute on function postil.me() from authenticated;
          return null;
        end
        $$;
        create trigger drop_it before insert on postil_private.migration_hashes execute function public.drop_it()`);
      await prepareStorage(client, true, quietly);
      const { rows } = await client.query(
        `select has_function_privilege('authenticated', 'postil.me()', 'execute') as granted`,
      );
      expect(rows).toEqual([{ granted: true }]);
    });

    test('waits while another one migrates, and then finds nothing to do', async () => {
      const other = await database.connect();
      await other.query('select pg_advisory_lock($1)', [0x706f7374696c]);
      const mine = prepareStorage(client, true, quietly);
      await untilAsked(other, client, 'pg_try_advisory_lock');
      const file = readRepeatables().find(({ path }) => path === 'users/me.function.sql');
      await other.query('update postil_private.repeatables set sha256 = $1 where path = $2', [
        file?.sha256,
        file?.path,
      ]);
      const before = await fingerprintOf(other);
      await other.query('select pg_advisory_unlock($1)', [0x706f7374696c]);
      expect(await mine).toEqual({ installed: false, version: current });
      expect(await fingerprintOf(other)).toBe(before);
    });

    test('rolls back as a whole when a step fails', async () => {
      // All but the first again: their tables exist already.
      const [first] = migrationNames();
      await client.query('delete from postil_private.migrations where name <> $1', [first]);
      const before = await fingerprint();
      await expect(prepareStorage(client, true, quietly)).rejects.toMatchObject({
        code: 'MIGRATION_FAILED',
        exitCode: 8,
      });
      expect(await fingerprint()).toEqual(before);
      const { rows } = await client.query(`
        select current_user, (
          select count(*)
          from pg_locks
          where locktype = 'advisory'
            and database = (select oid from pg_database where datname = current_database())
        )::integer as locks`);
      expect(rows).toEqual([{ current_user: 'postgres', locks: 0 }]);
    });
  });

  describe('on a database that it does not understand', () => {
    beforeEach(async () => {
      database = await createDatabase();
      client = await database.connect();
    });

    const refuses = async (migrate: boolean, error: object) => {
      const before = await fingerprint();
      await readOnly();
      await expect(prepareStorage(client, migrate, quietly)).rejects.toMatchObject(error);
      expect(await fingerprint()).toEqual(before);
    };

    test.for([false, true])('refuses one that is ahead (migrate: %s)', async (migrate) => {
      await client.query(
        `insert into postil_private.migrations (name, run_on) values ('9999_future', now())`,
      );
      await refuses(migrate, {
        code: 'STORAGE_AHEAD',
        exitCode: 4,
        details: expect.stringContaining('9999_future'),
      });
    });

    test.for([false, true])('refuses one whose migration was edited (migrate: %s)', async (migrate) => {
      const name = migrationNames()[1];
      await client.query(`update postil_private.migration_hashes set sha256 = 'edited' where name = $1`, [
        name,
      ]);
      await refuses(migrate, {
        code: 'STORAGE_DRIFT',
        exitCode: 5,
        details: expect.stringContaining(name ?? '?'),
      });
    });

    const applyGone = `
      insert into postil_private.repeatables (path, sha256) values ('users/gone.function.sql', 'x')`;

    test.for([false, true])(
      'refuses one with an object whose file is gone (migrate: %s)',
      async (migrate) => {
        await client.query(applyGone);
        await refuses(migrate, {
          code: 'STORAGE_DRIFT',
          exitCode: 5,
          details: expect.stringContaining('sql/users/gone.function.sql'),
        });
      },
    );

    test('but leaves it to a migration that is owed to drop such an object', async () => {
      await client.query(applyGone);
      await client.query('delete from postil_private.migrations where name = $1', [migrationNames().at(-1)]);
      expect(await readStorageState(client)).toMatchObject({ kind: 'behind' });
    });

    test.for([false, true])('refuses one that skipped a migration (migrate: %s)', async (migrate) => {
      await client.query('delete from postil_private.migrations where name = $1', [migrationNames()[1]]);
      await refuses(migrate, { code: 'STORAGE_DRIFT', exitCode: 5 });
    });
  });
});

async function fingerprintOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select string_agg(xmin::text, ' ' order by path) as written from postil_private.repeatables`,
  );
  return rows[0].written;
}

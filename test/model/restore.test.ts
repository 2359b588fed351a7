/** Whatever a user had, and however they were deleted: restoring them leaves the database as it was. */
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const users = ['ana', 'ben', 'cleo'] as const;
const namespaces = ['one', 'two'] as const;
const records = ['one-a', 'one-b', 'one-c', 'two-a', 'two-b'] as const;

const aResponse = fc.record({
  user: fc.constantFrom(...users),
  record: fc.constantFrom(...records),
  status: fc.constantFrom('draft', 'submitted', 'discarded'),
  mood: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
  seconds: fc.integer({ min: 0, max: 2_000_000_000 }),
});
const aMembership = fc.record({
  user: fc.constantFrom(...users),
  namespace: fc.constantFrom(...namespaces),
  role: fc.constantFrom('viewer', 'annotator', 'reviewer', 'admin'),
});
const aCase = fc.record({
  thresholds: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  owners: fc.subarray([...users]),
  deactivated: fc.boolean(),
  responses: fc.uniqueArray(aResponse, { selector: ({ user, record }) => user + record, maxLength: 15 }),
  members: fc.uniqueArray(aMembership, { selector: ({ user, namespace }) => user + namespace }),
  leaving: fc.subarray([...users], { minLength: 1 }),
  by: fc.constantFrom('statement', 'delete_user', 'batches', 'cancelled batches'),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

describeOnCluster('delete and restore', () => {
  let database: Database;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    client = await database.connect();
  });
  afterAll(() => database.drop());

  test('leave the database as it was', async () => {
    await fc.assert(
      fc.asyncProperty(aCase, async (found) => {
        await make(found);
        const before = await dump();
        const ids = await remove(found);
        if (!found.by.startsWith('cancelled')) expect(await dump()).not.toEqual(before);
        for (const id of ids) await client.query('select postil.restore_user($1)', [id]);
        expect(await dump()).toEqual(before);
        expect((await client.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
      }),
      { numRuns: long ? 1_000 : 40 },
    );
  });

  async function make({ thresholds, owners, deactivated, responses, members }: Case): Promise<void> {
    await client.query(`
      delete from postil.datasets;
      delete from postil.users where name <> 'root';
      select test.user('root', true);
      select test.dataset('letters', ${thresholds[0]}, 'one'), test.dataset('letters', ${thresholds[1]}, 'two')`);
    for (const name of users) await client.query('select test.user($1, $2)', [name, owners.includes(name)]);
    for (const record of records) {
      await client.query('select test.record($1, namespace => $2)', [record, record.slice(0, 3)]);
    }
    for (const { user, namespace, role } of members) {
      await client.query('select test.member($1, $2, $3)', [user, namespace, role]);
    }
    for (const { user, record, status, mood, seconds } of responses) {
      await client.query(
        `insert into postil.responses (namespace, record_id, user_id, status, values, inserted_at, updated_at)
         values ($1, test.id($2), test.user($3), $4, $5, to_timestamp($6), to_timestamp($6) + interval '1.234567 s')`,
        [record.slice(0, 3), record, user, status, { mood: { value: mood || 'x' } }, seconds],
      );
    }
    if (deactivated) {
      await client.query(`begin; set local session_replication_role = replica;
        update postil.users set deactivated_at = '2001-01-01' where name = 'ben' and not owner; commit`);
    }
  }

  async function remove({ by, leaving }: Case): Promise<string[]> {
    const { rows } = await client.query<{ id: string; responses: string }>(
      `select u.id, count(r.user_id) as responses
       from postil.users as u
       left join postil.responses as r on r.user_id = u.id
       where u.name = any ($1)
       group by u.id
       having count(r.user_id) > 0 or not $2 like 'cancelled%'`,
      [leaving, by],
    );
    const ids = rows.map(({ id }) => id);
    if (by === 'statement') await client.query('delete from postil.users where id = any ($1)', [ids]);
    else {
      for (const { id, responses } of rows) {
        if (by === 'delete_user') await client.query('select postil.delete_user($1, $2)', [id, responses]);
        else await inBatches(id, by === 'batches');
      }
    }
    return ids;
  }

  async function inBatches(user: string, toItsEnd: boolean): Promise<void> {
    for (const record of records.slice(0, toItsEnd ? 2 : undefined)) {
      await client.query(
        `with gone as (delete from postil.responses where user_id = $1 and record_id = test.id($2) returning *)
         insert into postil_private.deletion_batches (user_id, responses) select $1, count(*) from gone`,
        [user, record],
      );
    }
    if (toItsEnd) await client.query('delete from postil.users where id = $1', [user]);
  }

  /** All rows of all tables, but their versions and what is about the deletion itself; of counts that are added up, their sums. */
  async function dump(): Promise<unknown> {
    const tables = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name
      from pg_class as c
      where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
        and c.relkind = 'r'
        and not c.relispartition
        and c.relname not in ('outbox', 'progress', 'api_keys', 'leases', 'audit', 'deletions', 'deletion_batches')
      order by 1`);
    expect(tables.rows.length).toBeGreaterThan(12);
    const rows: [string, unknown[]][] = [];
    for (const { name } of tables.rows) {
      const found = await client.query(
        `select (to_jsonb(t) - '{completed_at,version}'::text[])::text as row from ${name} as t order by 1`,
      );
      rows.push([name, found.rows]);
    }
    const counts = await client.query(`
      select namespace, dataset, sum(records) as records, sum(completed) as completed, sum(submitted) as submitted
      from postil_private.progress group by 1, 2 order by 1, 2`);
    return [rows, counts.rows];
  }
});

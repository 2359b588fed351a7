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

/** Answers to some of the questions, or null. */
const someAnswers = fc.option(
  fc.record(
    {
      mood: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
        .map((text) => text.replaceAll('\0', '') || 'x'),
      topics: fc.subarray(['love', 'war'], { minLength: 1 }),
      stars: fc.integer({ min: 1, max: 5 }),
      names: fc.constantFrom([], [{ label: 'name', start: 0, end: 3 }]),
    },
    { requiredKeys: [] },
  ),
);
const aResponse = fc
  .record({
    user: fc.constantFrom(...users),
    record: fc.constantFrom(...records),
    status: fc.constantFrom('draft', 'submitted', 'discarded'),
    answers: someAnswers,
    seconds: fc.integer({ min: 0, max: 2_000_000_000 }),
  })
  .map((response) =>
    response.status === 'submitted' ? { ...response, answers: { mood: 'x', ...response.answers } } : response,
  );
const activities = ['active', 'deactivated', 'excluded'] as const;
const aMembership = fc.record({
  user: fc.constantFrom(...users),
  namespace: fc.constantFrom(...namespaces),
  role: fc.constantFrom('viewer', 'annotator', 'reviewer', 'admin'),
});
const aCase = fc.record({
  thresholds: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
  owners: fc.subarray([...users]),
  activities: fc.tuple(...users.map(() => fc.constantFrom(...activities))),
  responses: fc.uniqueArray(aResponse, { selector: ({ user, record }) => user + record, maxLength: 15 }),
  members: fc.uniqueArray(aMembership, { selector: ({ user, namespace }) => user + namespace }),
  leaving: fc.subarray([...users], { minLength: 1 }),
  by: fc.constantFrom('statement', 'delete_user', 'batches', 'cancelled batches'),
  batch: fc.integer({ min: 1, max: 3 }),
  /** How many batches there are before one is cancelled. */
  batches: fc.integer({ min: 0, max: 3 }),
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
        const before = await dump(found);
        const ids = await remove(found);
        if (!found.by.startsWith('cancelled')) expect(await dump(found)).not.toEqual(before);
        for (const id of ids) await client.query('select postil.restore_user($1)', [id]);
        if (found.by.endsWith('batches')) await reactivate(found);
        expect(await dump(found)).toEqual(before);
        expect((await client.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
      }),
      { numRuns: long ? 1_000 : 40 },
    );
  });

  async function make({ thresholds, owners, activities, responses, members }: Case): Promise<void> {
    await client.query(`
      delete from postil.datasets;
      delete from postil.users where name <> 'root';
      select test.user('root', true);
      select test.dataset('letters', ${thresholds[0]}, 'one'), test.dataset('letters', ${thresholds[1]}, 'two');
      insert into postil.questions (namespace, dataset, name, type, settings, required)
      select namespace, 'letters', q.name, q.type, q.settings, false
      from unnest(array['one', 'two']) as namespace, (values
        ('stars', 'rating'::postil.question_type, '{"options": [1, 2, 3, 4, 5]}'::jsonb),
        ('names', 'span', '{"field": "text", "options": [{"value": "name"}]}')
      ) as q (name, type, settings)`);
    for (const name of users) await client.query('select test.user($1, $2)', [name, owners.includes(name)]);
    for (const record of records) {
      await client.query('select test.record($1, namespace => $2)', [record, record.slice(0, 3)]);
    }
    for (const { user, namespace, role } of members) {
      await client.query('select test.member($1, $2, $3)', [user, namespace, role]);
    }
    for (const { user, record, status, answers, seconds } of responses) {
      const values =
        answers && Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { value }]));
      await client.query(
        `insert into postil.responses (namespace, record_id, user_id, status, values, inserted_at, updated_at)
         values ($1, test.id($2), test.user($3), $4, $5, to_timestamp($6), to_timestamp($6) + interval '1.234567 s')`,
        [record.slice(0, 3), record, user, status, values, seconds],
      );
    }
    for (const [place, name] of users.entries()) {
      if (activities[place] === 'active') continue;
      const excluded = activities[place] === 'excluded';
      await client.query('select postil.deactivate_user(test.user($1), $2)', [name, excluded]);
    }
  }

  /** @returns whom there is something to restore of */
  async function remove({ by, leaving, batch, batches }: Case): Promise<string[]> {
    const { rows } = await client.query<{ id: string; responses: string }>(
      `select u.id, count(r.user_id) as responses
       from postil.users as u
       left join postil.responses as r on r.user_id = u.id
       where u.name = any ($1)
       group by u.id`,
      [leaving],
    );
    const ids = rows.map(({ id }) => id);
    if (by === 'statement') await client.query('delete from postil.users where id = any ($1)', [ids]);
    if (by === 'delete_user') {
      for (const { id, responses } of rows) {
        await client.query('select postil.delete_user($1, $2)', [id, responses]);
      }
    }
    if (!by.endsWith('batches')) return ids;
    const touched: string[] = [];
    for (const id of ids) {
      if (await deleteInBatches(id, batch, by === 'batches' ? Number.POSITIVE_INFINITY : batches))
        touched.push(id);
    }
    return touched;
  }

  /** @returns whether it has deleted anything */
  async function deleteInBatches(user: string, size: number, most: number): Promise<boolean> {
    await client.query('select postil.delete_user_in_background($1)', [user]);
    let touched = false;
    for (let batch = 0; batch < most; batch += 1) {
      const { rows } = await client.query<{ running: boolean; deleted: number }>(
        'select running, deleted from postil_private.delete_user_batch($1, $2)',
        [user, size],
      );
      touched ||= rows[0]?.running === false || rows[0]?.deleted !== 0;
      if (!rows[0]?.running) return touched;
    }
    await client.query('select postil.cancel_deletion($1)', [user]);
    return touched;
  }

  /** A deletion in batches begins with a deactivation, which is not undone with it. */
  async function reactivate({ leaving, activities }: Case): Promise<void> {
    const wereActive = leaving.filter((name) => activities[users.indexOf(name)] === 'active');
    for (const name of wereActive) await client.query('select postil.reactivate_user(test.user($1))', [name]);
  }

  /**
   * All rows of all tables, but what is about the deletion itself, and what is new whenever a row is written; of counts that are
   * added up, their sums.
   */
  async function dump({ by }: Case): Promise<unknown> {
    // Reactivation is a change of the user.
    const leftOut = ['completed_at', 'version', 'metadata_version', 'contents_version'];
    const leftOutOfUsers = by.endsWith('batches') ? [...leftOut, 'updated_at'] : leftOut;
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
        `select (to_jsonb(t) - $1::text[])::text as row from ${name} as t order by 1`,
        [name === 'postil.users' ? leftOutOfUsers : leftOut],
      );
      rows.push([name, found.rows]);
    }
    const counts = await client.query(`
      select namespace, dataset, sum(records) as records, sum(completed) as completed, sum(submitted) as submitted
      from postil_private.progress group by 1, 2 order by 1, 2`);
    return [rows, counts.rows];
  }
});

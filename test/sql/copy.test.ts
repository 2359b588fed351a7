/** COPY fires the same triggers as INSERT; psql and every loader use it. */
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copyFrom } from '../support/copy.ts';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

describeOnCluster('COPY', () => {
  let database: Database;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    client = await database.connect();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await client.query(`begin; select test.dataset('letters', min_submitted => 2)`);
  });
  afterEach(async () => {
    await client.query('rollback');
  });

  const user = async (name: string): Promise<string> =>
    (await client.query('select test.user($1) as id', [name])).rows[0].id;
  const record = async (externalId: string): Promise<string> =>
    (await client.query('select test.record($1) as id', [externalId])).rows[0].id;
  const state = async (externalId: string): Promise<string> =>
    (await client.query('select test.state($1) as state', [externalId])).rows[0].state;

  const responses = 'postil.responses (namespace, record_id, user_id, status, values)';
  const values = '{"mood": {"value": "good"}}';

  test('of responses counts the submitted ones', async () => {
    const [a, b, c] = [await record('a'), await record('b'), await record('c')];
    const [ana, ben] = [await user('ana'), await user('ben')];
    await copyFrom(client, responses, [
      ['default', a, ana, 'submitted', values],
      ['default', a, ben, 'submitted', values],
      ['default', b, ana, 'submitted', values],
      ['default', b, ben, 'draft', null],
      ['default', c, ana, 'discarded', values],
    ]);
    expect(await state('a')).toBe('2 of 2, completed');
    expect(await state('b')).toBe('1 of 2, pending');
    expect(await state('c')).toBe('0 of 2, pending');
  });

  test('of many responses counts each', async () => {
    await client.query(`
      select test.record('r' || n) from generate_series(1, 500) as n;
      select test.user('u' || n) from generate_series(1, 5) as n;
    `);
    const pairs = await client.query<{ record: string; user: string }>(
      'select r.id as record, u.id as user from postil.records as r cross join postil.users as u',
    );
    await copyFrom(
      client,
      responses,
      pairs.rows.map((row) => ['default', row.record, row.user, 'submitted', values]),
    );
    const { rows } = await client.query(
      'select submitted_count, status, count(*)::integer from postil.records group by 1, 2',
    );
    expect(rows).toEqual([{ submitted_count: 5, status: 'completed', count: 500 }]);
  });

  test('with one bad row leaves everything as it was', async () => {
    const a = await record('a');
    const ana = await user('ana');
    await client.query('savepoint before');
    await expect(
      copyFrom(client, responses, [
        ['default', a, ana, 'submitted', values],
        ['default', a, '01980000-0000-7000-8000-000000000000', 'submitted', values],
      ]),
    ).rejects.toMatchObject({ code: '23503' });
    await client.query('rollback to before');
    expect(await state('a')).toBe('0 of 2, pending');
  });

  test('with an answer that is not valid leaves everything as it was', async () => {
    const a = await record('a');
    const [ana, ben] = [await user('ana'), await user('ben')];
    await client.query('savepoint before');
    await expect(
      copyFrom(client, responses, [
        ['default', a, ana, 'submitted', values],
        ['default', a, ben, 'submitted', '{"mood": {"value": 1}}'],
      ]),
    ).rejects.toMatchObject({
      code: 'PN422',
      message: 'response: question mood: is not a text',
      detail: expect.stringContaining('user ben'),
    });
    await client.query('rollback to before');
    expect(await state('a')).toBe('0 of 2, pending');
  });

  test('of records with what is not valid stores none', async () => {
    await client.query('savepoint before');
    await expect(
      copyFrom(client, 'postil.records (namespace, dataset, external_id, fields)', [
        ['default', 'letters', 'a', '{"text": "a"}'],
        ['default', 'letters', 'b', '{"text": 1}'],
      ]),
    ).rejects.toMatchObject({
      code: 'PN422',
      detail: expect.stringMatching(/^record \S+ \(b\), field text/),
    });
    await client.query('rollback to before');
    expect((await client.query('select from postil.records')).rowCount).toBe(0);
  });

  test('of records gives them the threshold of their dataset, and no forged count', async () => {
    await copyFrom(
      client,
      'postil.records (namespace, dataset, external_id, fields, min_submitted, submitted_count, completed_at)',
      [
        ['default', 'letters', 'a', '{}', 0, 7, '2001-01-01'],
        ['default', 'letters', 'b', '{}', 5, 7, '2001-01-01'],
      ],
    );
    expect(await state('a')).toBe('0 of 2, pending');
    expect(await state('b')).toBe('0 of 5, pending');
  });

  test('does not write the status', async () => {
    await expect(
      copyFrom(client, 'postil.records (namespace, dataset, fields, status)', [
        ['default', 'letters', '{}', 'completed'],
      ]),
    ).rejects.toMatchObject({ code: '42P10' });
  });

  test('by an annotator stays within their rights', async () => {
    await client.query('select test.team()');
    const { rows } = await client.query(`select test.id('b') as b, test.user('colleague') as colleague`);
    await client.query(`select test.act_as('annotator'); savepoint before`);
    // PostgreSQL refuses COPY FROM on tables with row-level security to everybody whom it applies to.
    await expect(
      copyFrom(client, responses, [['team', rows[0].b, rows[0].colleague, 'submitted', values]]),
    ).rejects.toMatchObject({ code: '0A000' });
    await client.query(`rollback to before; select test.act_as_superuser()`);
    expect(await state('b')).toBe('0 of 1, pending');
  });
});

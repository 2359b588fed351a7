/**
 * Random statements by every path that can touch a record's status, in transactions with savepoints; after each commit
 * the database is compared with a model that counts.
 */
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFrom } from '../support/copy.ts';
import { createDatabase, type Database } from '../support/database.ts';
import { explain } from '../support/explain.ts';
import { describeOnCluster } from '../support/suite.ts';
import { aStatement, beginning, recordId, type Statement, userId } from './statements.ts';
import {
  copyModel,
  emptyModel,
  isCompleted,
  isExcluded,
  type Model,
  settle,
  submitted,
} from './status-model.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const seed = process.env['POSTIL_TEST_SEED'];

/** What a transaction does, rolls back to a savepoint, and does after that. */
const aTransaction = fc.record({
  kept: fc.array(aStatement, { minLength: 1, maxLength: 2 }),
  undone: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Statement[]>([]) },
    fc.array(aStatement, { maxLength: 3 }),
  ),
  after: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Statement[]>([]) },
    fc.array(aStatement, { maxLength: 2 }),
  ),
});
type Transaction = { kept: Statement[]; undone: Statement[]; after: Statement[] };

describeOnCluster('status', () => {
  let database: Database;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    client = await database.connect();
    await client.query(`select test.namespace('one'), test.namespace('two')`);
  });
  afterAll(() => database.drop());

  test('follows the model, whatever is written', { timeout: long ? 3_600_000 : 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aTransaction, { minLength: 1, maxLength: 20 }), async (transactions) => {
        await client.query('delete from postil.datasets; delete from postil.users');
        const model = emptyModel();
        await run(model, { kept: beginning, undone: [], after: [] });
        for (const transaction of transactions) await run(model, transaction);
        const { rows } = await client.query('select * from postil.verify() where wrong > 0');
        expect(rows).toEqual([]);
      }),
      { numRuns: long ? 3_000 : 100, ...(seed !== undefined && { seed: Number(seed) }) },
    );
  });

  async function run(model: Model, { kept, undone, after }: Transaction): Promise<void> {
    const [, begun] = (await client.query('begin; select now()::text as now')) as unknown as pg.QueryResult[];
    const now: string = begun?.rows[0].now;
    for (const statement of kept) await step(model, statement, now);
    if (undone.length > 0) {
      await client.query('savepoint before');
      const aside = copyModel(model);
      for (const statement of undone) await step(aside, statement, now);
      await client.query('rollback to before');
    }
    for (const statement of after) await step(model, statement, now);
    await client.query('commit');
    await compare(model);
  }

  async function step(model: Model, statement: Statement, now: string): Promise<void> {
    const expected = settle(model, now, statement.between, () => statement.apply(model));
    await client.query('savepoint step');
    let failure: unknown;
    try {
      if (statement.rows) await copyFrom(client, statement.sql, statement.rows);
      else await client.query(statement.sql);
    } catch (error) {
      failure = error;
      await client.query('rollback to step');
    }
    const code = (failure as pg.DatabaseError | undefined)?.code;
    if (code !== expected) {
      const what = failure ? explain(failure, statement.sql) : 'no error';
      throw new Error(`expected ${expected ?? 'no error'} from\n${statement.sql}\nbut got ${what}`);
    }
  }

  async function compare(model: Model): Promise<void> {
    const { rows } = await client.query(`
      select
        (
          select coalesce(jsonb_object_agg(u.id, jsonb_build_object('deactivated', u.deactivated_at is not null,
            'excluded', u.responses_excluded)), '{}')
          from postil.users as u
        ) as users,
        (select coalesce(jsonb_object_agg(d.namespace, d.min_submitted), '{}') from postil.datasets as d) as datasets,
        (
          select coalesce(jsonb_object_agg(r.namespace || '/' || r.id, jsonb_build_object('min', r.min_submitted,
            'count', r.submitted_count, 'status', r.status, 'completedAt', r.completed_at::text)), '{}')
          from postil.records as r
        ) as records,
        (
          select coalesce(jsonb_object_agg(concat_ws('/', a.namespace, a.record_id, a.user_id),
            case when a.excluded then 'excluded ' else '' end || a.status), '{}')
          from postil.responses as a
        ) as responses`);
    const found = rows[0] as Found;
    for (const record of model.records.values()) {
      const actual = found.records[`${record.namespace}/${recordId(record.record)}`];
      if (actual && record.completedAt.has(actual.completedAt))
        record.completedAt = new Set([actual.completedAt]);
    }
    expect(found).toEqual(expectation(model));
  }
});

type Found = {
  users: Record<string, { deactivated: boolean; excluded: boolean }>;
  datasets: Record<string, number>;
  records: Record<string, { min: number; count: number; status: string; completedAt: string | null }>;
  responses: Record<string, string>;
};

function expectation(model: Model): Found {
  return {
    users: Object.fromEntries(
      [...model.users].map((user) => [
        userId(user),
        { deactivated: model.deactivated.has(user), excluded: isExcluded(model, user) },
      ]),
    ),
    datasets: Object.fromEntries(model.datasets),
    records: Object.fromEntries(
      [...model.records.values()].map((record) => [
        `${record.namespace}/${recordId(record.record)}`,
        {
          min: record.min,
          count: submitted(model, record),
          status: isCompleted(model, record) ? 'completed' : 'pending',
          completedAt: [...record.completedAt][0] ?? null,
        },
      ]),
    ),
    responses: Object.fromEntries(
      [...model.responses.values()].map((response) => [
        `${response.namespace}/${recordId(response.record)}/${userId(response.user)}`,
        (isExcluded(model, response.user) ? 'excluded ' : '') + response.status,
      ]),
    ),
  };
}

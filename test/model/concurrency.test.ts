/**
 * Eight sessions write the same few rows by every path, at every isolation level. Nothing may be wrong at any moment by
 * verify(), nor in the end by a recount that shares no code with it.
 */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFrom } from '../support/copy.ts';
import { createDatabase, type Database } from '../support/database.ts';
import { explain } from '../support/explain.ts';
import { describeOnCluster } from '../support/suite.ts';
import { aStatement, beginning, type Statement } from './statements.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const sessions = 8;
const transactionsEach = long ? 5_000 : 120;

/** Somebody else won: try again. */
const retried = ['40P01', '40001'];
/** What the statement is about is gone, there already, or needs another isolation level: go on with the next. */
const expected = ['23503', '23505', '21000', 'PN403', 'PN404', 'PN409', 'PN422'];

const aTransaction = fc.record({
  isolation: fc.oneof(
    { weight: 4, arbitrary: fc.constant('read committed') },
    { weight: 1, arbitrary: fc.constantFrom('repeatable read', 'serializable') },
  ),
  statements: fc.array(aStatement, { minLength: 1, maxLength: 3 }),
});
type Transaction = { isolation: string; statements: Statement[] };

describeOnCluster('eight sessions at once', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createDatabase();
    const client = await database.connect();
    await client.query(`select test.namespace('one'), test.namespace('two')`);
    for (const statement of beginning) await client.query(statement.sql);
  });
  afterAll(() => database.drop());

  test('leave nothing wrong', { timeout: long ? 3_600_000 : 300_000 }, async () => {
    const seed = Number(process.env['POSTIL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const writing = Array.from({ length: sessions }, async (_, session) => {
      const client = await database.connect();
      await client.query(`set deadlock_timeout = '5ms'`); // Deadlocks are common here; a second each is too long.
      const transactions = fc.sample(aTransaction, { numRuns: transactionsEach, seed: seed + session });
      let done = 0;
      for (const transaction of transactions) done += await run(client, transaction);
      return done;
    });
    const done = await verifyingMeanwhile(await database.connect(), Promise.all(writing), `seed ${seed}`);
    // Else the sessions mostly met errors, and the test would prove little.
    expect(Math.min(...done), `seed ${seed}`).toBeGreaterThan(transactionsEach / 2);

    const client = await database.connect();
    expect(await recount(client), `seed ${seed}`).toEqual([]);
  });
});

/** Verifies over and over what is committed, as a later deletion would hide what goes wrong; once more at the end. */
async function verifyingMeanwhile<T>(client: pg.Client, work: Promise<T>, name: string): Promise<T> {
  let working = true;
  const result = work.finally(() => {
    working = false;
  });
  result.catch(() => {}); // Awaited below.
  for (let last = false; !last; ) {
    last = !working;
    expect(await verify(client), name).toEqual([]);
  }
  return result;
}

/** What verify() finds wrong. */
async function verify(client: pg.Client): Promise<object[]> {
  for (;;) {
    try {
      return (await client.query('select * from postil.verify() where wrong > 0')).rows;
    } catch (error) {
      if (!retried.includes(codeOf(error))) throw error;
    }
  }
}

/** @returns how many of its statements were committed */
async function run(client: pg.Client, transaction: Transaction): Promise<number> {
  for (;;) {
    try {
      await client.query(`begin isolation level ${transaction.isolation}`);
      let done = 0;
      for (const statement of transaction.statements) if (await step(client, statement)) done += 1;
      await client.query('commit');
      return done;
    } catch (error) {
      await client.query('rollback');
      if (!retried.includes(codeOf(error))) throw error;
    }
  }
}

/** @returns whether it succeeded; it is undone when the transaction can go on without it */
async function step(client: pg.Client, { sql, rows }: Statement): Promise<boolean> {
  await client.query('savepoint step');
  try {
    if (rows) await copyFrom(client, sql, rows);
    else await client.query(sql);
    return true;
  } catch (error) {
    if (retried.includes(codeOf(error))) throw error;
    if (!expected.includes(codeOf(error))) throw new Error(`${explain(error)}\n${sql}`);
    await client.query('rollback to step');
    return false;
  }
}

function codeOf(error: unknown): string {
  return (error instanceof pg.DatabaseError && error.code) || '';
}

type ResponseRow = { namespace: string; record_id: string; user_id: string; status: string };
type RecordRow = {
  namespace: string;
  id: string;
  min_submitted: number;
  submitted_count: number;
  status: string;
  completed_at: Date | null;
};

/** The records whose maintained columns differ from what their responses say. */
async function recount(client: pg.Client): Promise<object[]> {
  const users = await client.query<{ id: string }>('select id from postil.users where responses_excluded');
  const excluded = new Set(users.rows.map(({ id }) => id));
  const responses = await client.query<ResponseRow>(
    'select namespace, record_id, user_id, status from postil.responses',
  );
  const counts = new Map<string, number>();
  for (const { namespace, record_id, user_id, status } of responses.rows) {
    const key = `${namespace}/${record_id}`;
    const counted = status === 'submitted' && !excluded.has(user_id);
    counts.set(key, (counts.get(key) ?? 0) + (counted ? 1 : 0));
  }
  const records = await client.query<RecordRow>('select * from postil.records');
  return records.rows.filter((record) => {
    const count = counts.get(`${record.namespace}/${record.id}`) ?? 0;
    const completed = count >= record.min_submitted;
    return (
      record.submitted_count !== count ||
      record.status !== (completed ? 'completed' : 'pending') ||
      (record.completed_at !== null) !== completed
    );
  });
}

/**
 * Eight sessions write the same few records by the calls that take many rows, in any order and with bad rows among them,
 * while users and records come and go. Nobody may ever lose a deadlock: these calls lock in one order.
 */
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { explain } from '../support/explain.ts';
import { describeOnCluster } from '../support/suite.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const sessions = 8;
const callsEach = long ? 2_000 : 60;

/** Some stay, some are deleted and made again. */
const kept = ['k0', 'k1', 'k2', 'k3'];
const fleeting = ['f0', 'f1', 'f2'];
const users = ['ana', 'ben', 'cyd'];

const aMode = fc.constantFrom('abort', 'report');
/** What a row leaves out stays as it is. */
const aResponse = fc.record(
  {
    external_id: fc.constantFrom(...kept, ...fleeting),
    user: fc.constantFrom(...users),
    status: fc.constantFrom('submitted', 'submitted', 'draft', 'discarded'),
    values: fc.oneof(
      { weight: 9, arbitrary: fc.constant({ mood: { value: 'good' } }) },
      { weight: 1, arbitrary: fc.constant({}) },
    ),
  },
  { requiredKeys: ['external_id', 'user'] },
);

const json = (value: unknown) => `'${JSON.stringify(value)}'`;
const someResponses = fc.oneof(
  fc.array(aResponse, { minLength: 1, maxLength: 8 }),
  fc.array(
    aResponse.filter(({ status, values }) => status !== undefined && values !== undefined),
    { minLength: 1, maxLength: 8 },
  ),
);
const respond = fc.tuple(someResponses, aMode).map(([rows, mode]) => {
  const asked = rows.map((row) => ({ dataset: 'letters', ...row }));
  return `select from postil.upsert_responses('default', ${json(asked)}, '${mode}')`;
});
/** One at a time: of two imports that make several, while these are deleted, one may lose. */
const makeRecord = fc.constantFrom(...fleeting).map((id) => {
  const rows = [{ external_id: id, fields: {} }];
  return `select from postil.upsert_records('default', 'letters', ${json(rows)})`;
});
const changeRecords = fc
  .tuple(
    fc.shuffledSubarray(kept, { minLength: 1 }),
    fc.integer({ min: -1, max: 3 }),
    fc.constantFrom(...users),
    aMode,
  )
  .map(([ids, min, user, mode]) => {
    const responses = [{ user, status: 'submitted', values: { mood: { value: 'bad' } } }];
    const rows = ids.map((id, place) => ({
      external_id: id,
      responses,
      ...(place === 0 ? { min_submitted: min } : { metadata: { min } }),
    }));
    return `select from postil.upsert_records('default', 'letters', ${json(rows)}, '${mode}')`;
  });
const deleteRecords = fc.shuffledSubarray(fleeting, { minLength: 1 }).map(
  (ids) => `
    select from postil.delete_records('default', array(
      select id from postil.records where external_id = any ('{${ids}}') order by array_position('{${ids}}', external_id)
    ))`,
);
const changeDataset = fc
  .integer({ min: 1, max: 3 })
  .map((min) => `update postil.datasets set min_submitted = ${min}`);
const deleteUser = fc.constantFrom(...users).map((name) => `delete from postil.users where name = '${name}'`);
const makeUser = fc
  .constantFrom(...users)
  .map((name) => `insert into postil.users (name) values ('${name}') on conflict do nothing`);

const aCall = fc.oneof(
  { weight: 10, arbitrary: respond },
  { weight: 4, arbitrary: changeRecords },
  { weight: 5, arbitrary: makeRecord },
  { weight: 2, arbitrary: deleteRecords },
  { weight: 2, arbitrary: changeDataset },
  { weight: 1, arbitrary: deleteUser },
  { weight: 3, arbitrary: makeUser },
);

/** What bad rows are refused with. */
const expected = ['22023', '23514', 'PN404', 'PN409', 'PN422'];

describeOnCluster('calls for many rows', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createDatabase();
    const client = await database.connect();
    await client.query(`
      select test.dataset('letters', min_submitted => 2);
      select test.user(name) from unnest('{${users}}'::text[]) as name;
      select test.record(id) from unnest('{${[...kept, ...fleeting]}}'::text[]) as id`);
  });
  afterAll(() => database.drop());

  test('never lose a deadlock', { timeout: long ? 3_600_000 : 120_000 }, async () => {
    const seed = Number(process.env['POSTIL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const writing = Array.from({ length: sessions }, async (_, session) => {
      const client = await database.connect();
      await client.query(`set deadlock_timeout = '5ms'`);
      let done = 0;
      for (const call of fc.sample(aCall, { numRuns: callsEach, seed: seed + session })) {
        try {
          await client.query(call);
          done += 1;
        } catch (error) {
          const code = (error instanceof pg.DatabaseError && error.code) || '';
          if (!expected.includes(code)) throw new Error(`seed ${seed}: ${explain(error)}\n${call}`);
        }
      }
      return done;
    });
    const done = await Promise.all(writing);
    // Else the sessions mostly met errors, and the test would prove little.
    expect(Math.min(...done), `seed ${seed}`).toBeGreaterThan(callsEach / 3);
    const client = await database.connect();
    const { rows } = await client.query('select * from postil.verify() where wrong > 0');
    expect(rows, `seed ${seed}`).toEqual([]);
  });
});

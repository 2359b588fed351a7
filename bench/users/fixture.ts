/** What the measurements of users who leave work on: records that each need one response, and users who answer them. */
import type pg from 'pg';
import { addRecords, dataset, prepare, values } from '../status/fixture.ts';

/** How many responses leave, but for the growth. */
export const responses = 100_000;
export const rounds = 5;

/** Each record needs one response: so every one re-opens that somebody takes along, and completes when it is back. */
export async function prepareRecords(client: pg.Client): Promise<void> {
  await prepare(client, 0, 4);
  await client.query('update postil.datasets set min_submitted = 1 where key = $1', [dataset]);
  await addRecords(client, responses);
}

/** Makes users who have answered so many records each, none the same, in the order of their ids. */
export async function makeUsers(client: pg.Client, count: number, each: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into postil.users (name) select 'leaving ' || n from generate_series(1, $1) as n returning id`,
    [count],
  );
  const ids = rows.map((row) => row.id);
  await client.query(
    `insert into postil.responses (namespace, record_id, user_id, status, values)
     select 'default', r.id, ($1::uuid[])[(r.n - 1) / $2 + 1], 'submitted', $3
     from (
       select id, row_number() over (order by id) as n
       from postil.records
       where namespace = 'default'
       order by id
       limit $2 * cardinality($1::uuid[])
     ) as r`,
    [ids, each, values],
  );
  return ids;
}

export async function deleteUsers(client: pg.Client, ids: string[]): Promise<void> {
  await client.query('delete from postil.users where id = any ($1)', [ids]);
}

/** Removes what earlier work left behind, so that each measurement begins as the one before. */
export async function tidy(client: pg.Client): Promise<void> {
  await client.query('truncate postil_private.outbox');
  await client.query(
    'vacuum analyze postil.responses, postil.records, postil.users, postil_private.progress',
  );
}

/** Between rounds: for good, so that nothing is left to restore. */
export async function forgetHistory(client: pg.Client): Promise<void> {
  await client.query('truncate postil_private.history');
}

/** @returns seconds */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** A user with many responses, and what is to be true when they are deleted. */

import type pg from 'pg';
import { type Logger, pino } from 'pino';
import { expect } from 'vitest';

export const quiet: Logger = pino({ level: 'silent' });

export const recordId = (record: number) =>
  `00000000-0000-7000-8000-00000001${String(record).padStart(4, '0')}`;

/**
 * Makes the dataset letters, whose records two have to submit, with so many records; ann has answered all of them, bob the
 * even ones.
 * @returns ann's id
 */
export async function fill(client: pg.Client, records: number): Promise<string> {
  await client.query(`select test.dataset('letters', min_submitted => 2)`);
  await client.query(
    `insert into postil.records (namespace, dataset, id, fields)
     select 'default', 'letters', ('00000000-0000-7000-8000-00000001' || lpad(n::text, 4, '0'))::uuid, '{"text": "Dear all"}'
     from generate_series(0, $1 - 1) as n`,
    [records],
  );
  await client.query(
    `insert into postil.responses (namespace, record_id, user_id, status, "values")
     select r.namespace, r.id, test.user(u.name), u.status, '{"mood": {"value": "good"}}'
     from (values ('ann', 1, 'submitted'::postil.response_status), ('bob', 2, 'submitted')) as u (name, every, status)
     cross join (select *, row_number() over (order by id) as n from postil.records) as r
     where r.n % u.every = 0`,
  );
  const { rows } = await client.query(`select test.user('ann') as id`);
  return rows[0].id;
}

export type Progress = {
  state: string;
  done: number;
  total: number;
  rate: number | null;
  eta_seconds: number | null;
};

export async function progress(client: pg.Client, user: string): Promise<Progress> {
  const { rows } = await client.query<Progress>(
    'select state, done::integer, total::integer, rate, eta_seconds from postil.deletion_progress($1)',
    [user],
  );
  return rows[0] as Progress;
}

export async function begin(client: pg.Client, user: string, batchSize: number): Promise<void> {
  await client.query('select from postil.delete_user_in_background($1, $2)', [user, batchSize]);
}

/** Resolves once so many responses are deleted, or the deletion has ended. */
export async function untilDone(client: pg.Client, user: string, done: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const now = await progress(client, user);
        return now.state !== 'running' || now.done >= done;
      },
      { timeout: 120_000, interval: 10 },
    )
    .toBe(true);
}

export async function untilState(client: pg.Client, user: string, state: string): Promise<void> {
  await expect
    .poll(async () => (await progress(client, user)).state, { timeout: 120_000, interval: 20 })
    .toBe(state);
}

export async function wrong(client: pg.Client): Promise<object[]> {
  return (await client.query('select * from postil.verify() where wrong > 0')).rows;
}

/** What there is of a user: in responses, in history (each response once, at the time of a batch), in the batches. */
export async function traces(client: pg.Client, user: string): Promise<object> {
  const { rows } = await client.query(
    `select
       (select count(*) from postil.responses as r where r.user_id = $1)::integer as left,
       count(*)::integer as kept,
       count(distinct h.record_id)::integer as distinct_kept,
       (select sum(b.responses) from postil_private.deletion_batches as b where b.user_id = $1)::integer as batches,
       count(*) filter (where not exists (
         select
         from postil_private.deletion_batches as b
         where b.user_id = $1 and b.at = h.at and b.transaction = h.transaction
       ))::integer as strays
     from postil_private.history as h
     where h.relation = 'responses' and h.operation = 'delete' and h.subject_id = $1`,
    [user],
  );
  return rows[0];
}

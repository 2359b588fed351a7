/**
 * upsert_responses: four people, each answering 500 of the same 1,000 records in one call, against a plain upsert of the
 * same rows on the same tables without triggers. And how many deadlocks there were.
 */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import {
  emptyResponses,
  recordsOf,
  setTriggers,
  type Triggers,
  usersOf,
  values,
  withSessions,
} from './fixture.ts';

const rounds = 5;
const clients = 4;
const calls = 20;
const rowsEach = 500;
const hotRecords = 1_000;

const byFunction = `select count(*) from postil.upsert_responses('default', $1)`;
const plain = `insert into postil.responses (namespace, record_id, user_id, status, values)
  select 'default', a.record_id, a.user_id, a.status, a.values
  from jsonb_to_recordset($1) as a (
    record_id uuid, user_id uuid, status postil.response_status, values jsonb
  )
  on conflict (namespace, record_id, user_id) do update
  set status = excluded.status, values = excluded.values`;

export async function benchUpsert(
  client: pg.Client,
  databaseUrl: string,
  say: (message: string) => void,
): Promise<Line[]> {
  const what = `upsert_responses, ${clients} clients, ${rowsEach} of ${hotRecords} records each`;
  say(`${what}: ${rounds} rounds of ${clients * calls} calls`);
  const users = (await usersOf(client)).slice(0, clients);
  const records = await recordsOf(client, hotRecords);
  const before = await deadlocks(client);
  const measured = await compare(
    rounds,
    () => upsertAll(client, databaseUrl, users, records, byFunction, 'all'),
    () => upsertAll(client, databaseUrl, users, records, plain, 'none'),
  );
  return [
    { what, ...measured, unit: 'rows/s', least: '≥ 0.60' },
    { what: 'deadlocks in that', ours: (await deadlocks(client)) - before, unit: '', least: '0' },
  ];
}

async function upsertAll(
  client: pg.Client,
  databaseUrl: string,
  users: string[],
  records: string[],
  text: string,
  triggers: Triggers,
): Promise<number> {
  await emptyResponses(client);
  await setTriggers(client, triggers);
  return withSessions(databaseUrl, users.length, async (sessions) => {
    const began = performance.now();
    await Promise.all(
      sessions.map(async (session, place) => {
        for (let call = 0; call < calls; call += 1) {
          // Other records each time, in another order for each client.
          const rows = Array.from({ length: rowsEach }, (_, nth) => ({
            record_id: records[((nth * (2 * place + 1) * 7 + call * 131) % records.length) as number],
            user_id: users[place],
            status: call % 3 === 2 ? 'discarded' : 'submitted',
            values: JSON.parse(values),
          }));
          await session.query({ name: 'upsert', text, values: [JSON.stringify(distinct(rows))] });
        }
      }),
    );
    return (users.length * calls * rowsEach * 1000) / (performance.now() - began);
  });
}

function distinct<Row extends { record_id: unknown }>(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.record_id, row])).values()];
}

async function deadlocks(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'select deadlocks::integer from pg_stat_database where datname = current_database()',
  );
  return rows[0].deadlocks;
}

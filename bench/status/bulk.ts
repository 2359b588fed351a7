/**
 * Bulk inserts of submitted responses, against the same statements on the same tables with the triggers disabled; with
 * the status triggers only, with the rules on top, and with row-level security as well.
 */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import {
  actAs,
  actAsOwner,
  emptyResponses,
  recordsOf,
  setTriggers,
  type Triggers,
  usersOf,
  values,
} from './fixture.ts';

const rounds = 5;
/** Rows inserted in each measurement. */
const rows = 60_000;

type Layer = {
  what: string;
  triggers: Triggers;
  secured: boolean;
  batches: { batch: number; least: string }[];
};

const layers: Layer[] = [
  {
    what: 'status',
    triggers: 'status',
    secured: false,
    batches: [
      { batch: 1_000, least: '≥ 0.80' },
      { batch: 10_000, least: '≥ 0.85' },
    ],
  },
  {
    what: 'status and rules',
    triggers: 'rules',
    secured: false,
    batches: [
      { batch: 1_000, least: '' },
      { batch: 10_000, least: '' },
    ],
  },
  {
    what: 'status, rules, history and row-level security',
    triggers: 'all',
    secured: true,
    batches: [
      { batch: 1_000, least: '≥ 0.50' },
      { batch: 10_000, least: '≥ 0.50' },
    ],
  },
];

export async function benchBulk(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const users = await usersOf(client);
  const records = await recordsOf(client, rows);
  const lines: Line[] = [];
  for (const { what, triggers, secured, batches } of layers) {
    for (const { batch, least } of batches) {
      const title = `insert of responses, ${batch} a statement: ${what}`;
      say(`${title}: ${rounds} rounds of ${rows} rows`);
      // Of one user where only one's own may be inserted, else of three to each record, in the order of records.
      const answering = secured ? users.slice(0, 1) : users.slice(0, 3);
      const work = { records: records.slice(0, rows / answering.length), users: answering, batch };
      const measured = await compare(
        rounds,
        () => insertAll(client, work, triggers, secured),
        () => insertAll(client, work, 'none', false),
      );
      lines.push({ what: title, ...measured, unit: 'rows/s', ...(least && { least }) });
    }
  }
  return lines;
}

type Work = { records: string[]; users: string[]; batch: number };

/** Inserts the rows in batches, each its own transaction. Returns rows per second. */
async function insertAll(
  client: pg.Client,
  work: Work,
  triggers: Triggers,
  secured: boolean,
): Promise<number> {
  await emptyResponses(client);
  await setTriggers(client, triggers);
  if (secured) await actAs(client, work.users[0] as string);
  const recordsEach = Math.ceil(work.batch / work.users.length);
  const began = performance.now();
  for (let start = 0; start < work.records.length; start += recordsEach) {
    await client.query({
      name: 'insert_responses',
      text: `insert into postil.responses (namespace, record_id, user_id, status, values)
             select 'default', r, u, 'submitted', $3
             from unnest($1::uuid[]) as r cross join unnest($2::uuid[]) as u`,
      values: [work.records.slice(start, start + recordsEach), work.users, values],
    });
  }
  const seconds = (performance.now() - began) / 1000;
  await actAsOwner(client);
  return (work.records.length * work.users.length) / seconds;
}

/** What one response and one question about progress cost in databases of 10,000 to 1,000,000 records. */
import type pg from 'pg';
import { type Line, median } from '../measure.ts';
import { type Point, plot } from '../plot.ts';
import { addRecords, dataset, emptyResponses, usersOf, values } from './fixture.ts';
import { benchProgress } from './progress.ts';

const sizes = [10_000, 100_000, 1_000_000];
const rounds = 5;
const bulkRows = 5_000;
const singleRows = 1_000;

export async function benchGrowth(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const [user = ''] = await usersOf(client);
  const points: Point[] = [];
  let present = await count(client);
  for (const records of sizes) {
    say(`making ${records} records, then ${rounds} rounds`);
    await addRecords(client, records - present);
    present = records;
    await client.query('vacuum analyze');
    const measured = await measure(client, user, records);
    for (const [what, microseconds] of Object.entries(measured))
      points.push({ group: what, x: records, y: microseconds });
  }
  plot('status-growth', points, { x: 'records', y: 'microseconds' });
  const lines = points.map(({ group, x, y }) => {
    const first = points.find((point) => point.group === group) as Point;
    return {
      what: `${group}, ${x.toLocaleString('en')} records`,
      ours: y,
      limit: first.y,
      unit: 'µs',
      ratio: y / first.y,
      least: '0.8 to 1.2',
    };
  });
  return [...lines, ...(await benchProgress(client, say))];
}

async function measure(client: pg.Client, user: string, records: number): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  const time = async (what: string, units: number, work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    times[what] = [...(times[what] ?? []), ((performance.now() - began) * 1000) / units];
  };
  for (let round = 0; round < rounds; round += 1) {
    await emptyResponses(client);
    const ids = await spread(client, records, bulkRows + singleRows, round);
    await time('a response, 5,000 a statement', bulkRows, () => insert(client, ids.slice(0, bulkRows), user));
    await time('a response, one a statement', singleRows, async () => {
      for (const id of ids.slice(bulkRows, bulkRows + singleRows)) await insert(client, [id], user);
    });
    await time('dataset_progress', 1, () =>
      client.query(`select * from postil.dataset_progress('default', $1)`, [dataset]),
    );
    await time('user_progress, 6,000 responses', 1, () =>
      client.query(`select * from postil.user_progress('default', $1, $2)`, [dataset, user]),
    );
  }
  return Object.fromEntries(Object.entries(times).map(([what, all]) => [what, median(all)]));
}

/** Records from all over the dataset, as people meet them. */
async function spread(client: pg.Client, records: number, wanted: number, round: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from (select id, row_number() over (order by id) as n from postil.records) as r
     order by (n * 7919 + $2) % $3 limit $1`,
    [wanted, round, records],
  );
  const ids = rows.map((row) => row.id);
  // More responses than records: the same ones are answered no twice by one user.
  return ids.length < wanted ? [...ids, ...ids].slice(0, wanted) : ids;
}

function insert(client: pg.Client, records: string[], user: string) {
  return client.query({
    name: 'insert_responses',
    text: `insert into postil.responses (namespace, record_id, user_id, status, values)
           select 'default', r, $2, 'submitted', $3 from unnest($1::uuid[]) as r
           on conflict do nothing`,
    values: [records, user, values],
  });
}

async function count(client: pg.Client): Promise<number> {
  const { rows } = await client.query('select count(*)::integer from postil.records');
  return rows[0].count;
}

/**
 * What right statuses cost: bulk inserts of submitted responses with the status triggers, against the same statements on
 * the same tables with those triggers disabled. Keys, foreign keys and indexes stay in both.
 */
import pg from 'pg';
import { type Bench, compare, type Line } from './measure.ts';
import { withServer } from './server.ts';

const rounds = 7;
/** Rows inserted in each measurement. */
const rows = 99_000;

/** How many users answer each record; the rows come record by record, as an import brings them. */
const answersPerRecord = [3, 1];

const wanted = [
  { batch: 1_000, least: '≥ 0.75' },
  { batch: 10_000, least: '≥ 0.80' },
];

export const benchStatus: Bench = (say) =>
  withServer(async (server) => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      say(`making ${rows} records`);
      await prepare(client);
      const lines: Line[] = [];
      for (const answers of answersPerRecord) {
        for (const { batch, least } of wanted) {
          const what = `insert of responses, ${batch} a statement, ${answers} to each record`;
          say(`${what}: ${rounds} rounds of ${rows} rows with and without triggers`);
          const measured = await compare(
            rounds,
            () => insertAll(client, answers, batch, true),
            () => insertAll(client, answers, batch, false),
          );
          lines.push({ what, ...measured, unit: 'rows/s', least });
        }
      }
      return lines;
    } finally {
      await client.end();
    }
  });

async function prepare(client: pg.Client): Promise<void> {
  await client.query(
    `insert into postil.datasets (namespace, key, min_submitted) values ('default', 'bench', 2)`,
  );
  await client.query(
    `insert into postil.records (namespace, dataset, external_id, fields)
     select 'default', 'bench', n, jsonb_build_object('text', repeat('some words ', 20)) from generate_series(1, $1) as n`,
    [rows],
  );
  await client.query(`insert into postil.users (name) select 'user ' || n from generate_series(1, 3) as n`);
  // What to insert, in order, so that each statement only reads the next rows of it.
  await client.query(
    `create temporary table work as
     select answers, row_number() over (partition by answers order by r.id, u.id) as place, r.id as record_id, u.id as user_id
     from unnest($1::integer[]) as answers
     cross join (select id, row_number() over (order by id) as n from postil.records) as r
     cross join (select id, row_number() over (order by id) as n from postil.users where name like 'user %') as u
     where u.n <= answers and r.n <= $2 / answers`,
    [answersPerRecord, rows],
  );
  await client.query('create unique index on work (answers, place)');
  await client.query('analyze work');
}

/** Inserts the rows in batches, each its own transaction. Returns rows per second. */
async function insertAll(
  client: pg.Client,
  answers: number,
  batch: number,
  triggers: boolean,
): Promise<number> {
  await client.query('truncate postil.responses');
  await client.query('vacuum analyze postil.records');
  await client.query(`alter table postil.responses ${triggers ? 'enable' : 'disable'} trigger user`);
  const began = performance.now();
  for (let start = 0; start < rows; start += batch) {
    await client.query({
      name: 'insert_responses',
      text: `insert into postil.responses (namespace, record_id, user_id, status, values)
             select 'default', record_id, user_id, 'submitted', '{"label": {"value": "spam"}}'
             from work
             where answers = $1 and place > $2 and place <= $3
             order by place`,
      values: [answers, start, start + batch],
    });
  }
  return (rows * 1000) / (performance.now() - began);
}

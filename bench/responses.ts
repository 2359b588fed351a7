/** Bulk inserts of submitted responses, with some of the triggers or without. */
import pg from 'pg';

/** Rows inserted in each measurement. */
export const rows = 99_000;

/** How many users answer each record; the rows come record by record, as an import brings them. */
export const answersPerRecord = [3, 1];

/** Makes the dataset, its records, and the list of what to insert. */
export async function prepareResponses(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`
    select postil.create_dataset('default', '{
      "key": "bench",
      "min_submitted": 2,
      "fields": [{"name": "text"}],
      "questions": [
        {"name": "label", "type": "label_selection",
          "settings": {"options": [{"value": "spam"}, {"value": "ham"}]}},
        {"name": "sure", "type": "rating", "settings": {"options": [1, 2, 3, 4, 5]}}
      ]
    }')`);
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
  return client;
}

/**
 * Inserts the rows in batches, each its own transaction.
 * @param without the trigger that is disabled meanwhile: a name, or `user` for all but the foreign keys'
 * @returns rows per second
 */
export async function insertResponses(
  client: pg.Client,
  answers: number,
  batch: number,
  without?: string,
): Promise<number> {
  await client.query('truncate postil.responses');
  await client.query('vacuum analyze postil.records');
  const change = (how: string) =>
    client.query(
      `alter table postil.responses ${how} trigger ${without === 'user' ? 'user' : `"${without}"`}`,
    );
  if (without !== undefined) await change('disable');
  const began = performance.now();
  for (let start = 0; start < rows; start += batch) {
    await client.query({
      name: 'insert_responses',
      text: `insert into postil.responses (namespace, record_id, user_id, status, values)
             select 'default', record_id, user_id, 'submitted', '{"label": {"value": "spam"}, "sure": {"value": 3}}'
             from work
             where answers = $1 and place > $2 and place <= $3
             order by place`,
      values: [answers, start, start + batch],
    });
  }
  const seconds = (performance.now() - began) / 1000;
  if (without !== undefined) await change('enable');
  return rows / seconds;
}

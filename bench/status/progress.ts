/** What questions about progress cost where people have answered, and skipped, very many records. */
import type pg from 'pg';
import { type Line, median } from '../measure.ts';
import { dataset, emptyResponses, setTriggers, usersOf, values } from './fixture.ts';

const rounds = 5;
const responses = 100_000;

/** @param client of a database with a million records, whose dataset is the only one of its namespace */
export async function benchProgress(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  say(`progress, with ${responses} drafts and discards, and as many submitted`);
  await emptyResponses(client);
  const [skipping = '', submitting = ''] = await usersOf(client);
  await setTriggers(client, 'none'); // What they keep is not asked for here.
  await answer(
    client,
    skipping,
    `(case (r.n / 10) % 2 when 0 then 'draft' else 'discarded' end)::postil.response_status`,
  );
  await answer(client, submitting, `'submitted'`);
  await setTriggers(client, 'all');
  await client.query('vacuum analyze postil.responses');
  const alone = await measure(client, submitting, 'the only dataset');
  await client.query(`select postil.create_dataset('default', '{"key": "another", "status": "draft"}')`);
  return [...alone, ...(await measure(client, submitting, 'one of two'))];
}

async function answer(client: pg.Client, user: string, status: string): Promise<void> {
  await client.query(
    `insert into postil.responses (namespace, record_id, user_id, status, values)
     select 'default', r.id, $1, ${status}, $2
     from (select id, row_number() over (order by id) as n from postil.records) as r
     where r.n % 10 = 0
     limit $3`,
    [user, values, responses],
  );
}

async function measure(client: pg.Client, user: string, where: string): Promise<Line[]> {
  const ask = async (text: string, parameters: string[]) => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      await client.query(text, parameters);
      times.push(performance.now() - began);
    }
    return median(times);
  };
  return [
    {
      what: `dataset_progress, ${responses} drafts and discards, ${where}`,
      ours: await ask(`select * from postil.dataset_progress('default', $1)`, [dataset]),
      unit: 'ms',
      least: '≤ 50',
    },
    {
      what: `user_progress, ${responses} submitted, ${where}`,
      ours: await ask(`select * from postil.user_progress('default', $1, $2)`, [dataset, user]),
      unit: 'ms',
      least: '≤ 50',
    },
  ];
}

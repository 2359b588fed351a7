/**
 * Deleting a user with 100,000 submitted responses, against the same deletion without triggers and the same changes of
 * the records by one statement written by hand.
 */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import { emptyResponses, setTriggers, type Triggers, usersOf, values } from './fixture.ts';

const rounds = 5;
const responses = 100_000;

export async function benchDeleteUser(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const what = `deletion of a user with ${responses} responses`;
  const [other] = await usersOf(client);
  const lines: Line[] = [];
  for (const [layer, triggers] of [
    ['status and rules', 'rules'],
    ['history too', 'all'],
  ] as const) {
    say(`${what}, ${layer}: ${rounds} rounds`);
    const measured = await compare(
      rounds,
      () => deletion(client, other as string, triggers),
      () => deletion(client, other as string, 'none'),
    );
    const least = triggers === 'rules' ? '≥ 0.77 (1.3× the time)' : '';
    lines.push({ what: `${what}: ${layer}`, ...measured, unit: 'responses/s', least });
  }
  return lines;
}

/** Every record is completed by that user's response to it, and re-opened by its going. */
async function deletion(client: pg.Client, other: string, triggers: Triggers): Promise<number> {
  await emptyResponses(client);
  const { rows } = await client.query(`insert into postil.users (name) values ('leaving') returning id`);
  const leaving: string = rows[0].id;
  await client.query(
    `insert into postil.responses (namespace, record_id, user_id, status, values)
     select r.namespace, r.id, u, 'submitted', $3
     from (select namespace, id from postil.records order by id limit $4) as r
     cross join unnest($1::uuid[] || $2::uuid) as u`,
    [[other], leaving, values, responses],
  );
  await client.query('vacuum analyze postil.responses, postil.records');
  await setTriggers(client, triggers);
  const began = performance.now();
  await client.query('begin');
  if (triggers === 'none') {
    await client.query(
      `update postil.records as r
       set submitted_count = r.submitted_count - 1,
         completed_at = case when r.submitted_count - 1 >= r.min_submitted then r.completed_at end
       from postil.responses as a
       where a.namespace = r.namespace
         and a.record_id = r.id
         and a.user_id = $1
         and a.status = 'submitted'`,
      [leaving],
    );
  }
  await client.query('delete from postil.users where id = $1', [leaving]);
  await client.query('commit');
  return (responses * 1000) / (performance.now() - began);
}

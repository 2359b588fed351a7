/** Restoring a deleted user, against inserting the same responses plainly; both with all triggers. */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import { deleteUsers, forgetHistory, makeUsers, responses, rounds, secondsOf, tidy } from './fixture.ts';

export async function benchRestore(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const what = `restoration of ${responses} responses; limit: inserting them`;
  say(`${what}: ${rounds} rounds`);
  const leaving = await makeUsers(client, 1, responses);
  await client.query(
    `create temporary table kept as
     select namespace, record_id, user_id, status, values from postil.responses where user_id = $1`,
    leaving,
  );
  const measured = await compare(
    rounds,
    () => back(client, leaving, () => client.query('select from postil.restore_user($1)', leaving)),
    () => back(client, leaving, () => insertPlainly(client, leaving)),
  );
  await deleteUsers(client, leaving);
  await client.query('drop table kept');
  return [{ what, ...measured, unit: 'responses/s', least: '≥ 0.33 (3× the time)' }];
}

/** Deletes them, and measures how they come back. */
async function back(client: pg.Client, leaving: string[], bring: () => Promise<unknown>): Promise<number> {
  await forgetHistory(client);
  await deleteUsers(client, leaving);
  await tidy(client);
  return responses / (await secondsOf(bring));
}

async function insertPlainly(client: pg.Client, leaving: string[]): Promise<void> {
  await client.query('begin');
  await client.query(`insert into postil.users (id, name) values ($1, 'leaving 1')`, leaving);
  await client.query(
    `insert into postil.responses (namespace, record_id, user_id, status, values) select * from kept`,
  );
  await client.query('commit');
}

/** Deleting a user, with history kept and with its triggers disabled. */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import { deleteUsers, forgetHistory, makeUsers, responses, rounds, secondsOf, tidy } from './fixture.ts';

export async function benchHistory(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const what = `deletion of a user with ${responses} responses; limit: without history`;
  say(`${what}: ${rounds} rounds`);
  const measured = await compare(
    rounds,
    () => deletion(client, true),
    () => deletion(client, false),
  );
  return [{ what, ...measured, unit: 'responses/s', least: '≥ 0.50 (2× the time)' }];
}

async function deletion(client: pg.Client, kept: boolean): Promise<number> {
  const leaving = await makeUsers(client, 1, responses);
  await forgetHistory(client);
  await tidy(client);
  await setHistory(client, kept);
  const seconds = await secondsOf(() => deleteUsers(client, leaving));
  await setHistory(client, true);
  return responses / seconds;
}

async function setHistory(client: pg.Client, kept: boolean): Promise<void> {
  const { rows } = await client.query<{ table_name: string; name: string }>(
    `select tgrelid::regclass as table_name, quote_ident(tgname) as name
     from pg_trigger
     where starts_with(tgname, '70_keep_')`,
  );
  for (const { table_name, name } of rows) {
    await client.query(`alter table ${table_name} ${kept ? 'enable' : 'disable'} trigger ${name}`);
  }
}

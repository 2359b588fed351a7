/** A thousand users in one DELETE, against one user with as many responses as all of them. */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import { deleteUsers, forgetHistory, makeUsers, responses, rounds, secondsOf, tidy } from './fixture.ts';

const users = 1_000;

export async function benchMany(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const what = `deletion of ${users} users × ${responses / users} responses; limit: of one user`;
  say(`${what}: ${rounds} rounds`);
  const measured = await compare(
    rounds,
    () => deletion(client, users),
    () => deletion(client, 1),
  );
  return [{ what, ...measured, unit: 'responses/s', least: '≥ 0.67 (1.5× the time)' }];
}

async function deletion(client: pg.Client, count: number): Promise<number> {
  const leaving = await makeUsers(client, count, responses / count);
  await forgetHistory(client);
  await tidy(client);
  return responses / (await secondsOf(() => deleteUsers(client, leaving)));
}

/** What one response costs of looking at, deleting and restoring a user with 10,000 to 1,000,000 of them. */
import type pg from 'pg';
import { type Line, median } from '../measure.ts';
import { type Point, plot } from '../plot.ts';
import { addRecords } from '../status/fixture.ts';
import { deleteUsers, forgetHistory, makeUsers, responses, secondsOf, tidy } from './fixture.ts';

const sizes = [0.1, 1, 10].map((times) => times * responses);
const rounds = 3;

export async function benchGrowth(client: pg.Client, say: (message: string) => void): Promise<Line[]> {
  const most = Math.max(...sizes);
  say(`making ${most} records`);
  await addRecords(client, most - responses);
  const points: Point[] = [];
  for (const size of sizes) {
    say(`a user with ${size} responses: ${rounds} rounds`);
    const measured = await measure(client, size);
    for (const [what, seconds] of Object.entries(measured))
      points.push({ group: what, x: size, y: (seconds * 1e6) / size });
  }
  plot('users-growth', points, { x: 'responses', y: 'microseconds a response' });
  return points.map(({ group, x, y }) => {
    const first = points.find((point) => point.group === group) as Point;
    return {
      what: `${group}, ${x.toLocaleString('en')} responses`,
      ours: y,
      limit: first.y,
      unit: 'µs a response',
      ratio: y / first.y,
      // What does not depend on the number weighs more for a smaller one.
      least: '≤ 1.2',
    };
  });
}

/** @returns seconds, by what was done */
async function measure(client: pg.Client, size: number): Promise<Record<string, number>> {
  const leaving = await makeUsers(client, 1, size);
  const times: Record<string, number[]> = {};
  const time = async (what: string, work: () => Promise<unknown>) => {
    await tidy(client);
    times[what] = [...(times[what] ?? []), await secondsOf(work)];
  };
  for (let round = 0; round < rounds; round += 1) {
    await forgetHistory(client);
    await time('preview', () => client.query('select from postil.user_deletion_preview($1)', leaving));
    await time('deletion', () => deleteUsers(client, leaving));
    await time('restoration', () => client.query('select from postil.restore_user($1)', leaving));
  }
  await deleteUsers(client, leaving);
  return Object.fromEntries(Object.entries(times).map(([what, all]) => [what, median(all)]));
}

/**
 * A change of a dataset's min_submitted that re-opens, then completes every one of its records, events and all, against one bare UPDATE of
 * the same columns of the same rows.
 */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import { dataset, emptyResponses, setTriggers } from './fixture.ts';

const rounds = 3;

export async function benchMinSubmitted(
  client: pg.Client,
  records: number,
  say: (message: string) => void,
): Promise<Line[]> {
  const what = `change of min_submitted of ${records} records`;
  say(`${what}: ${rounds} rounds`);
  await emptyResponses(client);
  // As if two people had answered each, which would take far longer than the measurement.
  await setTriggers(client, 'none');
  await client.query('update postil.records set submitted_count = 2, completed_at = now()');
  const measured = await compare(
    rounds,
    () => change(client, records, false),
    () => change(client, records, true),
  );
  return [{ what, ...measured, unit: 'records/s', least: '≥ 0.77 (1.3× the time)' }];
}

async function change(client: pg.Client, records: number, byHand: boolean): Promise<number> {
  await client.query('vacuum analyze postil.records');
  await setTriggers(client, byHand ? 'none' : 'all');
  const began = performance.now();
  for (const next of [3, 2]) {
    if (byHand) {
      await client.query(
        `update postil.records
         set min_submitted = $1, completed_at = case when submitted_count >= $1 then coalesce(completed_at, now()) end
         where namespace = 'default' and dataset = $2`,
        [next, dataset],
      );
    } else {
      await client.query(
        `update postil.datasets set min_submitted = $1 where namespace = 'default' and key = $2`,
        [next, dataset],
      );
    }
  }
  return (2 * records * 1000) / (performance.now() - began);
}

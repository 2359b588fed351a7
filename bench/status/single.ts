/** Eight people submit one response at a time to the same 1,000 records, against the same without triggers. */
import type pg from 'pg';
import { compare, type Line } from '../measure.ts';
import {
  emptyResponses,
  recordsOf,
  setTriggers,
  type Triggers,
  usersOf,
  values,
  withSessions,
} from './fixture.ts';

const rounds = 5;
const clients = 8;
const hotRecords = 1_000;

/** Steps through the records, without a common divisor with their number: so each person meets all of them. */
const orders = {
  'each in an order of their own': [7, 11, 13, 17, 19, 23, 29, 31],
  // They begin a few apart; whoever waits for another's commit then stays behind them for good.
  'all in one order': [1, 1, 1, 1, 1, 1, 1, 1],
};

export async function benchSingle(
  client: pg.Client,
  databaseUrl: string,
  say: (message: string) => void,
): Promise<Line[]> {
  const users = (await usersOf(client)).slice(0, clients);
  const records = await recordsOf(client, hotRecords);
  const lines: Line[] = [];
  for (const [order, steps] of Object.entries(orders)) {
    const what = `submit of one response, ${clients} clients, ${hotRecords} records, ${order}`;
    say(`${what}: ${rounds} rounds of ${clients * hotRecords}`);
    const measured = await compare(
      rounds,
      () => submitAll(client, databaseUrl, users, records, steps, 'status'),
      () => submitAll(client, databaseUrl, users, records, steps, 'none'),
    );
    lines.push({ what, ...measured, unit: 'responses/s', least: '≥ 0.75' });
  }
  return lines;
}

async function submitAll(
  client: pg.Client,
  databaseUrl: string,
  users: string[],
  records: string[],
  steps: number[],
  triggers: Triggers,
): Promise<number> {
  await emptyResponses(client);
  await setTriggers(client, triggers);
  return withSessions(databaseUrl, users.length, async (sessions) => {
    const began = performance.now();
    await Promise.all(
      sessions.map(async (session, place) => {
        for (let nth = 0; nth < records.length; nth += 1) {
          await session.query({
            name: 'submit',
            text: `insert into postil.responses (namespace, record_id, user_id, status, values)
                   values ('default', $1, $2, 'submitted', $3)`,
            values: [
              records[(nth * (steps[place] ?? 1) + place * 17) % records.length],
              users[place],
              values,
            ],
          });
        }
      }),
    );
    return (users.length * records.length * 1000) / (performance.now() - began);
  });
}

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

export async function benchSingle(
  client: pg.Client,
  databaseUrl: string,
  say: (message: string) => void,
): Promise<Line[]> {
  const what = `submit of one response, ${clients} clients, ${hotRecords} records`;
  say(`${what}: ${rounds} rounds of ${clients * hotRecords}`);
  const users = (await usersOf(client)).slice(0, clients);
  const records = await recordsOf(client, hotRecords);
  const measured = await compare(
    rounds,
    () => submitAll(client, databaseUrl, users, records, 'status'),
    () => submitAll(client, databaseUrl, users, records, 'none'),
  );
  return [{ what, ...measured, unit: 'responses/s', least: '≥ 0.75' }];
}

async function submitAll(
  client: pg.Client,
  databaseUrl: string,
  users: string[],
  records: string[],
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
            // Each begins elsewhere, and all go the same way, so that they keep meeting.
            values: [records[(nth + place * 17) % records.length], users[place], values],
          });
        }
      }),
    );
    return (users.length * records.length * 1000) / (performance.now() - began);
  });
}

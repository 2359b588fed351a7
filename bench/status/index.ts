/** What right statuses cost. */
import pg from 'pg';
import type { Bench } from '../measure.ts';
import { withServer } from '../server.ts';
import { benchBulk } from './bulk.ts';
import { benchDeleteUser } from './delete-user.ts';
import { addRecords, prepare } from './fixture.ts';
import { benchGrowth } from './growth.ts';
import { benchMinSubmitted } from './min-submitted.ts';
import { benchSingle } from './single.ts';
import { benchUpsert } from './upsert.ts';

const records = 100_000;
const manyRecords = 1_000_000;
const users = 8;

export const benchStatus: Bench = (say) =>
  withDatabase(records, say, async (client, url) => [
    ...(await benchBulk(client, say)),
    ...(await benchSingle(client, url, say)),
    ...(await benchUpsert(client, url, say)),
    ...(await benchDeleteUser(client, say)),
  ]);

export const benchThreshold: Bench = (say) =>
  withDatabase(records, say, async (client) => {
    say(`making ${manyRecords} records`);
    await addRecords(client, manyRecords - records);
    return benchMinSubmitted(client, manyRecords, say);
  });

export const benchStatusGrowth: Bench = (say) =>
  withDatabase(10_000, say, (client) => benchGrowth(client, say));

function withDatabase<Result>(
  count: number,
  say: (message: string) => void,
  use: (client: pg.Client, url: string) => Promise<Result>,
): Promise<Result> {
  return withServer(async ({ databaseUrl }) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      say(`making ${count} records`);
      await prepare(client, count, users);
      return await use(client, databaseUrl);
    } finally {
      await client.end();
    }
  });
}

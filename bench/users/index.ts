/** What it costs that users can leave, and come back. */
import pg from 'pg';
import type { Bench } from '../measure.ts';
import { withServer } from '../server.ts';
import { prepareRecords, responses } from './fixture.ts';
import { benchGrowth } from './growth.ts';
import { benchHistory } from './history.ts';
import { benchMany } from './many.ts';
import { benchOthers } from './others.ts';
import { benchRestore } from './restore.ts';

export const benchUsers: Bench = (say) =>
  withServer(async (server) => {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    try {
      say(`making ${responses} records`);
      await prepareRecords(client);
      return [
        ...(await benchHistory(client, say)),
        ...(await benchRestore(client, say)),
        ...(await benchMany(client, say)),
        ...(await benchOthers(client, server, say)),
        ...(await benchGrowth(client, say)),
      ];
    } finally {
      await client.end();
    }
  });

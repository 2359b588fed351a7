/** Processes that are killed while many write: all comes back, and what was acknowledged is there. */
import pg from 'pg';
import { expect, test } from 'vitest';
import { caller, post } from '../gateway/http.ts';
import { type Server, startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { lives, pidsOf, untilGone, untilReady } from './processes.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const writers = 8;

/** Inserts records one by one until stopped, and notes which were acknowledged. */
function write(url: string, key: string, round: number, acknowledged: Set<string>) {
  let stopped = false;
  const ask = caller(url, key);
  const work = Array.from({ length: writers }, async (_, writer) => {
    for (let i = 0; !stopped; i += 1) {
      const externalId = `${round}-${writer}-${i}`;
      const row = { namespace: 'default', dataset: 'd', external_id: externalId, fields: {} };
      const answer = await ask('/rest/v1/records', post(row)).catch(() => undefined);
      if (answer?.status === 201) acknowledged.add(externalId);
      else if (answer) await answer.text();
      else break;
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(work);
  };
}

async function stored(server: Server): Promise<Set<string>> {
  const database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  const { rows } = await database.query<{ external_id: string }>('select external_id from postil.records');
  const wrong = await database.query('select * from postil.verify() where wrong > 0');
  expect(wrong.rows).toEqual([]);
  await database.end();
  return new Set(rows.map((row) => row.external_id));
}

function expectAll(acknowledged: Set<string>, found: Set<string>): void {
  expect([...acknowledged].filter((id) => !found.has(id))).toEqual([]);
}

test.for(['gateway', 'postgres', 'postgrest'] as const)('kill -9 of %s', async (victim) => {
  const data = temporaryDirectory('data');
  const acknowledged = new Set<string>();
  let server = await startServer({ data });
  const key = server.ownerKey;
  const ask = caller(server.url, key);
  await ask(
    '/rest/v1/rpc/create_dataset',
    post({ namespace: 'default', definition: { key: 'd', status: 'draft' } }),
  );
  for (let round = 0; round < (long ? 20 : 1); round += 1) {
    const before = acknowledged.size;
    const stop = write(server.url, key, round, acknowledged);
    await expect
      .poll(() => acknowledged.size - before, { timeout: 30_000, interval: 5 })
      .toBeGreaterThan(100);
    const pids = pidsOf(data);
    process.kill(pids[victim], 'SIGKILL');
    await untilGone(victim === 'gateway' ? pids : [pids[victim]]);
    if (victim !== 'gateway') {
      await untilReady(server.url, 503);
      await untilReady(server.url, 200);
    }
    await stop();
    if (victim === 'gateway') {
      server = await startServer({ data });
      expect(server.events().some((event) => 'owner_api_key' in event)).toBe(false);
    } else {
      const after = pidsOf(data);
      expect({ ...after, [victim]: 0 }).toEqual({ ...pids, [victim]: 0 });
      expect([lives(after[victim]), after[victim] === pids[victim]]).toEqual([true, false]);
      // Sessions that died with the server are noticed by the first who use them.
      const read = async () => (await caller(server.url, key)('/rest/v1/namespaces')).status;
      await expect.poll(read, { timeout: 30_000 }).toBe(200);
    }
    expectAll(acknowledged, await stored(server));
  }
  const pids = pidsOf(data);
  await server.stop();
  await untilGone(pids);
});

test('a write under way when PostgreSQL dies is either whole or not there', async () => {
  const server = await startServer();
  const database = new pg.Client({ connectionString: server.databaseUrl });
  database.on('error', () => {});
  await database.connect();
  await database.query(`insert into postil.datasets (namespace, key) values ('default', 'd')`);
  const insert = `insert into postil.records (namespace, dataset, fields)
    select 'default', 'd', '{}' from generate_series(1, 1000)`;
  await database.query(insert);
  const lost = database.query(`${insert}; select pg_sleep(600)`).catch((error: Error) => error);
  process.kill(pidsOf(server.data).postgres, 'SIGKILL');
  expect(await lost).toBeInstanceOf(Error);

  await untilReady(server.url, 503);
  await untilReady(server.url, 200);
  const again = new pg.Client({ connectionString: server.databaseUrl });
  await again.connect();
  const { rows } = await again.query('select count(*)::integer as count from postil.records');
  expect(rows).toEqual([{ count: 1000 }]);
  const wrong = await again.query('select * from postil.verify() where wrong > 0');
  expect(wrong.rows).toEqual([]);
  await again.end();
  await server.stop();
});

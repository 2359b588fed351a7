/** PostgreSQL is killed in the middle of each race, and comes back with nothing wrong. */
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type StartedCluster, startCluster } from '../support/cluster.ts';
import { describeOnCluster } from '../support/suite.ts';
import { races } from './races.ts';
import { begin, findings, run } from './running.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const crashes = long ? 10 : 1;
/** Commits before a crash, at most. */
const commits = 200;

describeOnCluster('after kill -9 of PostgreSQL in the middle of', () => {
  let started: StartedCluster;
  beforeAll(async () => {
    // One of its own: others are using the common one.
    started = (await startCluster(inject('postgresPrograms'))) as StartedCluster;
  });
  afterAll(() => started?.stop());

  test.for(races)('$name ($by)', { timeout: 600_000 }, async (race) => {
    const seed = Number(process.env['POSTIL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const database = await createDatabase();
    for (let crash = 0; crash < crashes; crash += 1) {
      const clients: pg.Client[] = [];
      const connect = async () => {
        const client = await open(database);
        clients.push(client);
        return client;
      };
      let left = 1 + ((seed + crash * 7919) % commits);
      let crashed: Promise<void> | undefined;
      const running = run(race, connect, Number.MAX_SAFE_INTEGER, seed + crash, () => {
        left -= 1;
        if (left === 0) crashed = started.crash();
      });
      await expect(running, `seed ${seed}`).rejects.toThrow(/terminat|ECONN|recovery|closed|not queryable/i);
      await crashed;
      await Promise.all(clients.map((client) => client.end().catch(() => {})));
      const client = await open(database);
      const { wrong } = await findings(client);
      await client.end();
      expect(wrong, `seed ${seed}, crash ${crash}`).toEqual([]);
    }
  });

  async function open(database: string): Promise<pg.Client> {
    const { address, password } = started.cluster;
    const client = new pg.Client({
      connectionString: `postgresql://postgres:${password}@${address}/${database}`,
    });
    client.on('error', () => {}); // It is meant to break.
    await client.connect();
    return client;
  }

  async function createDatabase(): Promise<string> {
    const name = `race_${Math.random().toString(36).slice(2)}`;
    const admin = await open('postgres');
    await admin.query(
      `create database ${name} owner postil_owner template ${started.cluster.template} strategy file_copy`,
    );
    await admin.end();
    const client = await open(name);
    await begin(client);
    await client.end();
    return name;
  }
});

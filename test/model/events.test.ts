/**
 * Readers of events poll while transactions of every length write: each event reaches each reader once, none is skipped
 * because its transaction took longer than one that began later, and by their ids those of a record are in order.
 */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const writers = 6;
const transactionsEach = long ? 2_000 : 60;
const records = ['a', 'b', 'c', 'd'];

type Event = { position: string; id: string; type: string; record_id: string };

describeOnCluster('events', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createDatabase();
    const client = await database.connect();
    await client.query(`select test.dataset('letters', min_submitted => 2)`);
    for (const record of records) await client.query('select test.record($1)', [record]);
    for (let writer = 0; writer < writers; writer += 1)
      await client.query('select test.user($1)', [`user ${writer}`]);
  });
  afterAll(() => database.drop());

  const count = async (client: pg.Client) => {
    const { rows } = await client.query('select count(*)::integer from postil_private.outbox');
    return rows[0].count as number;
  };

  test('reach every reader once', { timeout: long ? 1_800_000 : 60_000 }, async () => {
    let writing = true;
    const reading = [1, 3, 1000].map(async (limit) => {
      const client = await database.connect();
      const seen: Event[] = [];
      for (;;) {
        seen.push(...(await after(client, seen.at(-1)?.position, limit)));
        // The last ones are shown when all that began before them has ended, in other databases as well.
        if (!writing && seen.length >= (await count(client))) return seen;
      }
    });
    const written = Array.from({ length: writers }, (_, writer) => write(database, `user ${writer}`));
    await Promise.all(written).finally(() => {
      writing = false;
    });
    const [one = [], ...others] = await Promise.all(reading);
    expect(one.length).toBeGreaterThan(transactionsEach / 2);
    for (const other of others) expect(other).toEqual(one);
    expect(new Set(one.map((event) => event.id)).size).toBe(one.length);

    const client = await database.connect();
    expect(one.length).toBe(await count(client));
    for (const record of new Set(one.map((event) => event.record_id))) {
      const events = one.filter((event) => event.record_id === record);
      const types = events.sort((a, b) => (a.id < b.id ? -1 : 1)).map((event) => event.type);
      expect(types).toEqual(
        types.map((_, place) => (place % 2 === 0 ? 'record.completed' : 'record.reopened')),
      );
    }
    const { rows: wrong } = await client.query('select * from postil.verify() where wrong > 0');
    expect(wrong).toEqual([]);
  });
});

async function after(client: pg.Client, position: string | undefined, limit: number): Promise<Event[]> {
  const { rows } = await client.query<Event>(
    `select position, id, type, record_id from postil.events_after('default', $1, $2)`,
    [position ?? null, limit],
  );
  return rows;
}

/** Answers a record, or takes the answer back; now and then in one long transaction with other records. */
async function write(database: Database, user: string): Promise<void> {
  const client = await database.connect();
  await client.query(`set deadlock_timeout = '5ms'`);
  for (let count = 0; count < transactionsEach; count += 1) {
    const statements = 1 + (count % 3);
    try {
      await client.query('begin');
      for (let nth = 0; nth < statements; nth += 1) {
        const record = records[(count * 7 + nth * 3 + user.length + Number(user.at(-1))) % records.length];
        const { rowCount } = await client.query(
          'delete from postil.responses where record_id = test.id($1) and user_id = test.user($2)',
          [record, user],
        );
        if (rowCount === 0) await client.query('select test.respond($1, $2)', [record, user]);
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== '40P01') throw error;
    }
  }
}

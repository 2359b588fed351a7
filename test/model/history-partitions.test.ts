/** The weeks of history are made and removed while others write it. */
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

describeOnCluster('partitions of history', () => {
  let database: Database;
  let writer: pg.Client;
  let worker: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    [writer, worker] = await Promise.all([database.connect(), database.connect('postil_owner')]);
    await writer.query(`select test.user('ana')`);
  });
  afterAll(() => database.drop());

  const prepare = async (weeks: number): Promise<number> =>
    (await worker.query('select postil_private.prepare_history($1) as made', [weeks])).rows[0].made;
  const prune = async (): Promise<number> =>
    (await worker.query('select postil_private.prune_history() as pruned')).rows[0].pruned;
  const lie = async (at: string): Promise<number> =>
    (await worker.query('select count(*)::integer as rows from postil_private.history where at = $1', [at]))
      .rows[0].rows;
  const write = (at: string) =>
    writer.query(
      `insert into postil_private.history (at, relation, operation, image, role) values ($1, 'users', 'update', '{}', 'x')`,
      [at],
    );

  test('are made beside a transaction that writes it', async () => {
    await writer.query(`begin; update postil.users set name = 'ann'`);
    expect(await prepare(7)).toBe(2);
    await writer.query('commit');
  });

  test('are not waited for where somebody writes what has none', async () => {
    await writer.query('begin');
    await write('2001-01-01');
    expect(await prepare(8)).toBe(0);
    await writer.query('rollback');
    expect(await prepare(8)).toBe(1);
  });

  test('are made once by two at the same time', async () => {
    const other = await database.connect('postil_owner');
    await other.query('begin; select postil_private.prepare_history(9)');
    expect(await prepare(9)).toBe(0);
    await other.query('commit');
    expect(await prepare(9)).toBe(0);
  });

  test('are emptied, when too old, while nobody can drop them, and dropped later', async () => {
    await worker.query(`create table postil_private.history_old partition of postil_private.history
      for values from ('2001-01-01 00:00+00') to ('2001-01-08 00:00+00')`);
    await write('2001-01-02');
    await writer.query(`begin; update postil.users set name = 'anna'`);
    expect(await lie('2001-01-02')).toBe(1);
    expect(await prune()).toBe(1);
    expect(await lie('2001-01-02')).toBe(0);
    const found = async () =>
      (await worker.query(`select to_regclass('postil_private.history_old') is not null as there`)).rows[0]
        .there;
    expect(await found()).toBe(true);
    await writer.query('commit');
    expect(await prune()).toBe(1);
    expect(await found()).toBe(false);
  });
});

/** Two-phase commit: a prepared transaction holds its records until it is decided, and then its responses count or not. */
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';

describeOnCluster('a prepared transaction', () => {
  let database: Database;
  let observer: pg.Client;
  let one: pg.Client;
  let other: pg.Client;
  beforeEach(async () => {
    database = await createDatabase();
    [observer, one, other] = await Promise.all([database.connect(), database.connect(), database.connect()]);
    await observer.query(`select test.dataset('letters', min_submitted => 2)`);
    await observer.query(`select test.record('a'), test.user('ana'), test.user('ben')`);
  });
  afterEach(() => database.drop());

  test.for([
    ['commit', '2 of 2, completed'],
    ['rollback', '1 of 2, pending'],
  ])('is waited for, and after %s the status is right', async ([decision, expected]) => {
    const name = `'${database.name}'`; // One for the whole cluster.
    await one.query(`begin; select test.respond('a', 'ana'); prepare transaction ${name}`);
    const responding = other.query(`select test.respond('a', 'ben')`);
    await expect.poll(waiting).toBe(1);
    expect(await state()).toBe('0 of 2, pending');
    await one.query(`${decision} prepared ${name}`);
    await responding;
    expect(await state()).toBe(expected);
    const { rows } = await observer.query('select * from postil.verify() where wrong > 0');
    expect(rows).toEqual([]);
  });

  async function state(): Promise<string> {
    const { rows } = await observer.query(`select test.state('a')`);
    return rows[0].state;
  }

  async function waiting(): Promise<number> {
    const { rows } = await observer.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length;
  }
});

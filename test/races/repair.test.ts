/** Repairs at once: one does it all, the other finds nothing left. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { untilBlocked } from '../support/waiting.ts';

describeOnCluster('repair', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  test('waits for another one', async () => {
    const [one, two, observer] = await Promise.all([
      database.connect(),
      database.connect(),
      database.connect(),
    ]);
    await observer.query(`
      select test.dataset('letters'), test.user('ana');
      begin;
      set local session_replication_role = replica;
      insert into postil.records (namespace, dataset, external_id, fields, min_submitted)
      values ('default', 'letters', 'a', '{}', 1);
      commit`);
    const repair = 'select kind from postil.repair()';
    await one.query('begin');
    expect((await one.query(repair)).rows).toEqual([{ kind: 'counted' }]);
    const waiting = two.query(repair);
    await untilBlocked(observer, two);
    await one.query('commit');
    expect((await waiting).rows).toEqual([]);
    const { rows } = await observer.query('select * from postil.verify() where wrong > 0');
    expect(rows).toEqual([]);
  });
});

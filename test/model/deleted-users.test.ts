/** Users who are deleted and restored while others, or they themselves, write. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { meanwhile as inTurn } from './meanwhile.ts';

describeOnCluster('deleted users', () => {
  let database: Database;
  let one: pg.Client;
  let two: pg.Client;
  let observer: pg.Client;
  let ana: string;
  beforeAll(async () => {
    database = await createDatabase();
    [one, two, observer] = await Promise.all([database.connect(), database.connect(), database.connect()]);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    for (const session of [one, two]) await session.query('rollback'); // What a failed test left open.
    await observer.query(`
      delete from postil.datasets;
      delete from postil.users;
      select test.dataset('letters');
      select test.record('a'), test.record('b'), test.user('ana'), test.user('ben');
      select test.respond('a', 'ana')`);
    ana = (await observer.query(`select id from postil.users where name = 'ana'`)).rows[0].id;
  });

  const meanwhile = (first: string, second: string) => inTurn({ one, two, observer }, first, second);
  const state = async (record: string): Promise<string> =>
    (await observer.query('select test.state($1) as state', [record])).rows[0].state;
  const nothingIsWrong = async () =>
    expect((await observer.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
  const deletion = (expected = 1) => `select * from postil.delete_user('${ana}', ${expected})`;
  const restoration = () => `select * from postil.restore_user('${ana}')`;

  test('two delete the same user', async () => {
    expect(await meanwhile(deletion(), deletion())).toBe('PN404');
    expect(await state('a')).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test('two delete the same user with plain statements', async () => {
    const plain = `delete from postil.users where name = 'ana'`;
    expect(await meanwhile(plain, plain)).toBeUndefined();
    await nothingIsWrong();
  });

  test('a user answers while being deleted: the numbers no longer hold', async () => {
    expect(await meanwhile(`select test.respond('b', 'ana')`, deletion())).toBe('PN412');
    expect([await state('a'), await state('b')]).toEqual(['1 of 1, completed', '1 of 1, completed']);
    await nothingIsWrong();
  });

  test('two restore the same user', async () => {
    await observer.query(deletion());
    expect(await meanwhile(restoration(), restoration())).toBe('PN409');
    expect(await state('a')).toBe('1 of 1, completed');
    await nothingIsWrong();
  });

  test('a user is deleted while being restored', async () => {
    await observer.query(deletion());
    expect(await meanwhile(restoration(), deletion())).toBeUndefined();
    expect(await state('a')).toBe('0 of 1, pending');
    await observer.query(restoration());
    expect(await state('a')).toBe('1 of 1, completed');
    await nothingIsWrong();
  });

  test('a record goes while the response to it is restored', async () => {
    await observer.query(deletion());
    expect(await meanwhile(`delete from postil.records where external_id = 'a'`, restoration())).toBe(
      'PN409',
    );
    expect((await observer.query(`select from postil.users where name = 'ana'`)).rowCount).toBe(0);
    await nothingIsWrong();
  });

  test('somebody takes the name while a user is restored', async () => {
    await observer.query(deletion());
    expect(await meanwhile(`insert into postil.users (name) values ('ana')`, restoration())).toBe('PN409');
    await nothingIsWrong();
  });

  test('the definition changes while a response is restored', async () => {
    await observer.query(deletion());
    expect(
      await meanwhile(
        `update postil.questions
         set settings = '{"options": [{"value": "war"}, {"value": "peace"}]}' where name = 'topics'`,
        restoration(),
      ),
    ).toBeUndefined();
    await nothingIsWrong();
  });

  test('a user is erased while being restored', async () => {
    await observer.query(deletion());
    expect(
      await meanwhile(restoration(), `select * from postil.erase_user('${ana}', 'ana')`),
    ).toBeUndefined();
    expect(
      (await observer.query('select from postil_private.history where subject_id = $1', [ana])).rowCount,
    ).toBe(0);
    expect(await state('a')).toBe('0 of 1, pending');
  });

  test('everybody writes while a user is deleted and restored, over and over', {
    timeout: 120_000,
  }, async () => {
    await observer.query(`select test.record('r' || n) from generate_series(1, 20) as n`);
    const ids = (await observer.query('select id from postil.records order by id')).rows.map(({ id }) => id);
    let deleting = true;
    let written = 0;
    const write = async (name: string) => {
      const client = await database.connect();
      const user =
        name === 'ana' ? ana : (await client.query('select test.user($1) as id', [name])).rows[0].id;
      for (let turn = 0; deleting; turn += 1) {
        const record = ids[(turn * 7) % ids.length];
        const sql =
          turn % 3 === 2
            ? `delete from postil.responses where record_id = '${record}' and user_id = '${user}'`
            : `insert into postil.responses (namespace, record_id, user_id, status, values)
               values ('default', '${record}', '${user}', 'submitted', '{"mood": {"value": "x"}}')
               on conflict (namespace, record_id, user_id) do update set values = '{"mood": {"value": "y"}}'`;
        await client.query(sql).then(
          () => {
            written += 1;
          },
          (error: pg.DatabaseError) => {
            if (error.code === '40P01') return;
            expect([error.code, name]).toEqual(['23503', 'ana']); // Who is deleted cannot write.
          },
        );
        await nextTurn();
      }
    };
    const writing = ['ana', 'ana', 'ben', 'cleo'].map(write);
    let rounds = 0;
    while (rounds < 25) {
      await one.query('delete from postil.users where id = $1', [ana]);
      expect((await one.query('select from postil.responses where user_id = $1', [ana])).rowCount).toBe(0);
      await one.query(restoration());
      rounds += 1;
    }
    deleting = false;
    await Promise.all(writing);
    expect(written).toBeGreaterThan(rounds);
    await nothingIsWrong();
  });

  test('ten thousand users go in one statement', { timeout: 120_000 }, async () => {
    await observer.query(`
      select test.record('many-' || n) from generate_series(1, 100) as n;
      insert into postil.users (name) select 'small ' || n from generate_series(1, 10000) as n;
      insert into postil.members (namespace, user_id, role)
      select 'default', u.id, 'annotator' from postil.users as u where u.name like 'small %';
      insert into postil.responses (namespace, record_id, user_id, status, values)
      select 'default', r.id, u.id, 'submitted', '{"mood": {"value": "x"}}'
      from (select id, row_number() over () as n from postil.users where name like 'small %') as u
      join (select id, row_number() over () as n from postil.records where external_id like 'many-%') as r
        on r.n = u.n % 100 + 1`);
    expect(await state('many-1')).toBe('100 of 1, completed');
    const before = (await observer.query('select count(*)::integer as images from postil_private.history'))
      .rows[0];
    const { rowCount } = await observer.query(`delete from postil.users where name like 'small %'`);
    expect(rowCount).toBe(10_000);
    expect(await state('many-1')).toBe('0 of 1, pending');
    const after = (await observer.query('select count(*)::integer as images from postil_private.history'))
      .rows[0];
    expect(after.images - before.images).toBe(30_000);
    const audited = await observer.query(
      `select from postil_private.audit where action = 'user.deleted' and at = (select max(at) from postil_private.history)`,
    );
    expect(audited.rowCount).toBe(10_000);
    await nothingIsWrong();
  });

  test('of who is erased nothing is left, not even in what the planner knows', async () => {
    await observer.query(`
      insert into postil.users (name) values ('Quagga');
      select test.member('Quagga', 'default', 'annotator');
      insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('Quagga'), 'Quagga''s', 'p', sha256('q'))`);
    await observer.query(`
      insert into postil.responses (namespace, record_id, user_id, status, values)
      values ('default', test.id('b'), test.user('Quagga'), 'submitted', '{"mood": {"value": "Quagga was here"}}');
      update postil.responses set status = 'draft' where user_id = test.user('Quagga')`);
    const id = (await observer.query(`select id from postil.users where name = 'Quagga'`)).rows[0].id;
    await observer.query('select postil.delete_user($1, 1)', [id]);
    await observer.query('select postil.restore_user($1)', [id]);
    await observer.query('analyze');
    expect(
      (
        await observer.query(
          `select split_part(found, ' ', 1) as table from test.found('Quagga') as found order by 1`,
        )
      ).rows,
    ).toMatchObject([
      { table: 'postil.responses' },
      { table: 'postil.users' },
      { table: expect.stringMatching('^postil_private.history_') },
    ]);
    await observer.query(`select postil.erase_user($1, 'Quagga')`, [id]);
    expect((await observer.query(`select * from test.found('Quagga')`)).rows).toEqual([]);
    await nothingIsWrong();
  });
});

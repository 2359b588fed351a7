/** Two transactions at once, step by step, where a careless trigger would lose an update. */
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { untilBlocked } from '../support/waiting.ts';
import { meanwhile as inTurn } from './meanwhile.ts';

describeOnCluster('interleavings', () => {
  let database: Database;
  let ids: Record<string, string>;
  let one: pg.Client;
  let two: pg.Client;
  let three: pg.Client;
  let observer: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    [one, two, three, observer] = await Promise.all([
      database.connect(),
      database.connect(),
      database.connect(),
      database.connect(),
    ]);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    for (const session of [one, two, three]) await session.query('rollback'); // What a failed test left open.
    await observer.query(`
      delete from postil.datasets;
      delete from postil.users;
      select test.dataset('letters', min_submitted => 2);
      select test.record('a');
      select test.user(name) from unnest(array['ana', 'ben']) as name`);
    const { rows } = await observer.query(`
      select jsonb_object_agg(name, id) || jsonb_build_object('a', test.id('a')) as ids from postil.users`);
    ids = rows[0].ids;
  });

  const submit = (name: string) => `
    insert into postil.responses (namespace, record_id, user_id, status, values)
    values ('default', '${ids['a']}', '${ids[name]}', 'submitted', '{"mood": {"value": "good"}}')`;
  const state = async (record = 'a'): Promise<string> =>
    (await observer.query('select test.state($1) as state', [record])).rows[0].state;
  const nothingIsWrong = async () =>
    expect((await observer.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);

  const meanwhile = (first: string, second: string) => inTurn({ one, two, observer }, first, second);

  test('two users submit', async () => {
    await meanwhile(submit('ana'), submit('ben'));
    expect(await state()).toBe('2 of 2, completed');
    await nothingIsWrong();
  });

  test('one submits, one withdraws', async () => {
    await observer.query(submit('ana'));
    await meanwhile(submit('ben'), `delete from postil.responses where user_id = test.user('ana')`);
    expect(await state()).toBe('1 of 2, pending');
    await nothingIsWrong();
  });

  test('a user submits while being deleted', async () => {
    await observer.query(submit('ana'));
    expect(await meanwhile(`delete from postil.users where name = 'ben'`, submit('ben'))).toBe('23503');
    expect(await state()).toBe('1 of 2, pending');
    await nothingIsWrong();
  });

  test('a user is deleted while submitting', async () => {
    await observer.query(submit('ana'));
    await meanwhile(submit('ben'), `delete from postil.users where name = 'ben'`);
    expect(await state()).toBe('1 of 2, pending');
    await nothingIsWrong();
  });

  test('a record is made while its dataset asks for more', async () => {
    await meanwhile(
      `update postil.datasets set min_submitted = 3 where key = 'letters'`,
      `select test.record('b')`,
    );
    expect(await state('b')).toBe('0 of 3, pending');
  });

  test('a dataset asks for more while a record is made', async () => {
    await meanwhile(
      `select test.record('b')`,
      `update postil.datasets set min_submitted = 3 where key = 'letters'`,
    );
    expect(await state('b')).toBe('0 of 3, pending');
  });

  const recordOfItsOwn = `select test.record('b', min_submitted => 2)`; // Which is what the dataset asks for.

  test('a dataset asks for more while a record is made that names the same threshold', async () => {
    await meanwhile(recordOfItsOwn, `update postil.datasets set min_submitted = 3 where key = 'letters'`);
    expect(await state('b')).toBe('0 of 3, pending'); // The record was first, so it follows.
  });

  test('a record that names a threshold is made while its dataset asks for more', async () => {
    await meanwhile(`update postil.datasets set min_submitted = 3 where key = 'letters'`, recordOfItsOwn);
    expect(await state('b')).toBe('0 of 2, pending'); // The dataset was first, so the record has its own.
  });

  test('records of several datasets lock these in the order of their keys', async () => {
    await observer.query(`select test.dataset('diaries', min_submitted => 2)`);
    const take = (dataset: string) => `update postil.datasets set min_submitted = 3 where key = '${dataset}'`;
    await one.query(`begin; ${take('diaries')}`);
    const making = two.query(`
      insert into postil.records (namespace, dataset, fields, min_submitted)
      values ('default', 'letters', '{}', 2), ('default', 'diaries', '{}', 2)`);
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([one.query(`${take('letters')}; commit`), making]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('a dataset asks for less while a user submits', async () => {
    await meanwhile(submit('ana'), `update postil.datasets set min_submitted = 1 where key = 'letters'`);
    expect(await state()).toBe('1 of 1, completed');
    await nothingIsWrong();
  });

  test('a user submits while the dataset asks for less', async () => {
    await meanwhile(`update postil.datasets set min_submitted = 1 where key = 'letters'`, submit('ana'));
    expect(await state()).toBe('1 of 1, completed');
    await nothingIsWrong();
  });

  test('responses are truncated while a user submits', async () => {
    await meanwhile(submit('ana'), 'truncate postil.responses');
    expect(await state()).toBe('0 of 2, pending');
    await nothingIsWrong();
  });

  // TRUNCATE empties a table even for a statement that began before.
  test.for(['truncate postil.responses', 'truncate postil.records cascade', 'truncate postil.users cascade'])(
    'verify waits for %s',
    async (truncate) => {
      await observer.query(submit('ana'));
      await one.query(`begin; ${truncate}`);
      const verified = two.query('select * from postil.verify() where wrong > 0');
      await untilBlocked(observer, two);
      await one.query('commit');
      expect((await verified).rows).toEqual([]);
    },
  );

  /**
   * The deed meets two records that lie in the table in the reverse order of their ids. A session that has the first by
   * id and asks for the second must not find it taken by somebody who waits for the first.
   */
  const locksByKey = async (deed: string) => {
    await observer.query(`
      insert into postil.records (namespace, id, dataset, external_id, fields)
      values ('default', '00000000-0000-7000-8000-000000000000', 'letters', 'first', '{}');
      insert into postil.responses select * from test.response('a', 'ana');
      insert into postil.responses select * from test.response('first', 'ana');
      analyze postil.records`); // So that a statement about all of them reads them as they lie.
    const take = (record: string) =>
      `update postil.records set metadata = '{"seen": true}' where external_id = '${record}'`;
    await one.query(`begin; ${take('first')}`);
    const doing = two.query(deed);
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([one.query(`${take('a')}; commit`), doing]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await nothingIsWrong();
  };

  test('a changed dataset locks its records in the order of their keys', async () => {
    await locksByKey('update postil.datasets set min_submitted = 3');
    expect([await state('first'), await state('a')]).toEqual(['1 of 3, pending', '1 of 3, pending']);
  });

  test('a truncate locks records in the order of their keys', async () => {
    await locksByKey('truncate postil.responses');
    expect([await state('first'), await state('a')]).toEqual(['0 of 2, pending', '0 of 2, pending']);
  });

  test('two import the same new record', async () => {
    const upsert = (text: string) =>
      `select * from postil.upsert_records('default', 'letters', '[{"external_id": "new", "fields": {"text": "${text}"}}]')`;
    expect(await meanwhile(upsert('one'), upsert('two'))).toBeUndefined();
    const { rows } = await observer.query(
      `select fields ->> 'text' as text from postil.records where external_id = 'new'`,
    );
    expect(rows).toEqual([{ text: 'two' }]);
  });

  test('two import the same new records in different orders', async () => {
    const upsert = (...ids: string[]) => {
      const rows = ids.map((id) => ({ external_id: id, fields: {} }));
      return `select * from postil.upsert_records('default', 'letters', '${JSON.stringify(rows)}')`;
    };
    await one.query(`begin; ${upsert('new 1')}`);
    const importing = two.query(upsert('new 2', 'new 1'));
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([one.query(`${upsert('new 2')}; commit`), importing]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('a record is deleted while it is imported', async () => {
    const failed = await meanwhile(
      `delete from postil.records where external_id = 'a'`,
      `select * from postil.upsert_records('default', 'letters', '[{"external_id": "a", "fields": {"text": "new"}}]')`,
    );
    expect(failed).toBeUndefined();
    expect(await state('a')).toBe('0 of 2, pending');
  });

  test('a serializable transaction fails rather than counting from an old snapshot', async () => {
    for (const isolation of ['repeatable read', 'serializable']) {
      await observer.query('delete from postil.responses');
      await two.query(`begin isolation level ${isolation}; select count(*) from postil.records`);
      await observer.query(submit('ana'));
      await expect(two.query(submit('ben'))).rejects.toMatchObject({ code: '40001' });
      await two.query('rollback');
      expect(await state()).toBe('1 of 2, pending');
      await nothingIsWrong();
    }
  });

  const importOf = (name: string) => `
    select * from postil.upsert_records('default', 'letters', '[{"external_id": "a", "responses": [
      {"user": "${name}", "status": "submitted", "values": {"mood": {"value": "good"}}}]}]')`;

  test('a user is deleted while their response is imported', async () => {
    await meanwhile(importOf('ben'), `delete from postil.users where name = 'ben'`);
    expect(await state()).toBe('0 of 2, pending');
    await nothingIsWrong();
  });

  test('a response is imported while its user is being deleted', async () => {
    expect(await meanwhile(`delete from postil.users where name = 'ben'`, importOf('ben'))).toBe('PN422');
    expect(await state()).toBe('0 of 2, pending');
  });

  const respond = (name: string, ...records: string[]) => {
    const rows = records.map((record) => ({
      ...{ dataset: 'letters', external_id: record, user: name, status: 'submitted' },
      values: { mood: { value: 'good' } },
    }));
    return `select * from postil.upsert_responses('default', '${JSON.stringify(rows)}', 'report')`;
  };

  test('a record is deleted while responses to it come in', async () => {
    await observer.query(`select test.record('b')`);
    await one.query(`begin; delete from postil.records where external_id = 'a'`);
    const responding = two.query(respond('ana', 'a', 'b'));
    await untilBlocked(observer, two);
    await one.query('commit');
    expect((await responding).rows.map(({ action, code }) => [action, code])).toEqual([
      ['refused', 'PN404'],
      ['inserted', null],
    ]);
    await nothingIsWrong();
  });

  test('a user is deleted while their responses come in', async () => {
    await meanwhile(respond('ben', 'a'), `delete from postil.users where name = 'ben'`);
    expect(await state()).toBe('0 of 2, pending');
    await one.query(`begin; delete from postil.users where name = 'ana'`);
    const responding = two.query(respond('ana', 'a'));
    await untilBlocked(observer, two);
    await one.query('commit');
    expect((await responding).rows.map(({ code }) => code)).toEqual(['PN422']);
    await nothingIsWrong();
  });

  test('responses lock their records in the order of their keys, whatever the order of the rows', async () => {
    await observer.query(`select test.record('b')`);
    await one.query(`begin; ${respond('ana', 'a')}`);
    const responding = two.query(respond('ben', 'b', 'a'));
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([one.query(`${respond('ana', 'b')}; commit`), responding]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect([await state('a'), await state('b')]).toEqual(['2 of 2, completed', '2 of 2, completed']);
  });

  test('two calls for the same responses wait for each other, whatever the order of the rows', async () => {
    await observer.query(`select test.record('b')`);
    await one.query(`begin; ${respond('ana', 'a')}`);
    const responding = two.query(respond('ana', 'b', 'a'));
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([one.query(`${respond('ana', 'b')}; commit`), responding]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect([await state('a'), await state('b')]).toEqual(['1 of 2, pending', '1 of 2, pending']);
  });

  /** The responses to "b" need their record before those to "a" would, were they not all locked at once. */
  const locksAtOnce = async (responses: string) => {
    const take = (record: string) =>
      `update postil.records set metadata = '{"seen": 1}' where external_id = '${record}'`;
    await one.query(`begin; ${take('a')}`);
    const responding = two.query(responses);
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([one.query(`${take('b')}; commit`), responding]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await nothingIsWrong();
  };

  test('new responses and others lock their records together', async () => {
    await observer.query(`select test.record('b')`);
    await observer.query(respond('ana', 'b'));
    await observer.query(`update postil.responses set status = 'draft'`);
    await locksAtOnce(respond('ana', 'a', 'b'));
  });

  test('responses with spans and others lock their records together', async () => {
    await observer.query(`
      insert into postil.questions (namespace, dataset, name, type, required, settings)
      values ('default', 'letters', 'part', 'span', false, '{"field": "text", "options": [{"value": "x", "text": "X"}]}');
      select test.record('b');
      update postil.records set fields = '{"text": "Dear all"}'`);
    await observer.query(respond('ana', 'a', 'b'));
    await observer.query(`update postil.responses set status = 'draft'`);
    const values = { mood: { value: 'good' }, part: { value: [{ label: 'x', start: 0, end: 4 }] } };
    const rows = ['a', 'b'].map((record) => ({
      ...{ dataset: 'letters', external_id: record, user: 'ana', status: 'submitted' },
      values: record === 'b' ? values : { mood: values.mood },
    }));
    await locksAtOnce(`select * from postil.upsert_responses('default', '${JSON.stringify(rows)}')`);
  });

  test('responses hold the definition before they lock records', async () => {
    await one.query(`begin; update postil.records set metadata = '{}' where external_id = 'a'`);
    const responding = two.query(respond('ana', 'a'));
    await untilBlocked(observer, two);
    const changing = three.query(`
      update postil.datasets set allow_extra_metadata = false, min_submitted = 1 where key = 'letters'`);
    await untilBlocked(observer, three);
    const all = await Promise.allSettled([one.query('commit'), responding, changing]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await nothingIsWrong();
  });

  test('what a row leaves out is as another call has left it', async () => {
    const say = (what: object) =>
      `select * from postil.upsert_responses('default', '${JSON.stringify([
        { dataset: 'letters', external_id: 'a', user: 'ana', ...what },
      ])}')`;
    await observer.query(submit('ana'));
    await meanwhile(
      say({ status: 'draft', values: { mood: { value: 'bad' } } }),
      say({ status: 'submitted' }),
    );
    await meanwhile(
      say({ status: 'discarded', values: { mood: { value: 'bad' } } }),
      say({ values: { mood: { value: 'good' } } }),
    );
    const { rows } = await observer.query('select status, values from postil.responses');
    expect(rows).toEqual([{ status: 'discarded', values: { mood: { value: 'good' } } }]);
  });

  /** Who answers has responses before their records; what takes these first has to wait before it does. */
  const waitsForWhoAnswers = async (deed: string) => {
    await observer.query(submit('ana'));
    await one.query(`begin; select from postil.users where name = 'ana' for share`);
    const doing = two.query(deed);
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([
      one.query(`${respond('ana', 'a')}; update postil.records set metadata = '{"seen": 1}'; commit`),
      doing,
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await nothingIsWrong();
  };

  test('an import has no record while it waits for those who answer', () =>
    waitsForWhoAnswers(importOf('ana')));

  test('an import with bad rows has no record while it waits for those who answer', () =>
    waitsForWhoAnswers(`
      select * from postil.upsert_records('default', 'letters', '[{"x": 1}, {"external_id": "a", "responses": [
        {"user": "ana", "status": "submitted", "values": {"mood": {"value": "good"}}}]}]', 'report')`));

  test('a deletion has no record while it waits for those who answer', () =>
    waitsForWhoAnswers(`select * from postil.delete_records('default', array['${ids['a']}'::uuid])`));

  test('a record is deleted while a response to it is changed', async () => {
    await observer.query(submit('ana'));
    await meanwhile(
      respond('ana', 'a').replace('submitted', 'discarded'),
      `select * from postil.delete_records('default', array['${ids['a']}'::uuid])`,
    );
    await nothingIsWrong();
  });

  test('an import with bad rows locks its records in the order of their keys', async () => {
    await observer.query(`select test.record('b')`);
    const rows =
      '[{"external_id": "b", "metadata": {}}, {"external_id": "a", "metadata": {"new": 1}}, {"x": 1}]';
    await one.query(`begin; update postil.records set metadata = '{"seen": 1}' where external_id = 'a'`);
    const importing = two.query(
      `select * from postil.upsert_records('default', 'letters', '${rows}', 'report')`,
    );
    await untilBlocked(observer, two);
    const taking = one.query(
      `update postil.records set metadata = '{"seen": 1}' where external_id = 'b'; commit`,
    );
    const both = await Promise.allSettled([taking, importing]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  test('a record is deleted while somebody who answered it is', async () => {
    await observer.query(submit('ana'));
    await one.query(`begin; select from postil.users where name = 'ana' for update`);
    const deleting = two.query(`select * from postil.delete_records('default', array['${ids['a']}'::uuid])`);
    await untilBlocked(observer, two);
    const both = await Promise.allSettled([
      one.query(`delete from postil.users where name = 'ana'; commit`),
      deleting,
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  });

  /** As PostgREST runs it: in a transaction, with the claims of its caller. */
  const next = (name: string) => `
    select set_config('request.jwt.claims', json_build_object('sub', id)::text, true) from postil.users where name = '${name}';
    select external_id from postil.next_records('default', 'letters')`;
  const given = (result: unknown) => (result as pg.QueryResult[]).at(-1)?.rows.map((row) => row.external_id);
  const members = `insert into postil.members (namespace, user_id, role)
    select 'default', id, 'annotator' from postil.users`;

  test('the last place of a record is given once', async () => {
    await observer.query(`${members}; update postil.datasets set min_submitted = 1`);
    expect(given(await one.query(`begin; ${next('ana')}`))).toEqual(['a']);
    const asking = two.query(`begin; ${next('ben')}`);
    await untilBlocked(observer, two); // Somebody has it for the moment; that may come to nothing.
    await one.query('commit');
    expect(given(await asking)).toEqual([]);
    await two.query('commit');
  });

  test('no record is given only when there is none', async () => {
    await observer.query(`${members}; update postil.datasets set min_submitted = 1`);
    await one.query(`begin; ${next('ana')}`);
    const asking = two.query(`begin; ${next('ben')}`);
    await untilBlocked(observer, two);
    await one.query('rollback');
    expect(given(await asking)).toEqual(['a']);
    await two.query('commit');
  });

  test('who asks for records passes over those that others are being given', async () => {
    await observer.query(`${members}; update postil.datasets set min_submitted = 1; select test.record('b')`);
    expect(given(await one.query(`begin; ${next('ana')}`))).toEqual(['a']);
    expect(given(await two.query(`begin; ${next('ben')}`))).toEqual(['b']);
    for (const session of [one, two]) await session.query('commit');
  });

  test('a user is deleted while being given a record', async () => {
    await observer.query(members);
    await one.query(`begin; select from postil.users where name = 'ana' for update`);
    const asking = two.query(`begin; ${next('ana')}`).then(given, (error: pg.DatabaseError) => error.code);
    await untilBlocked(observer, two); // And has no record that the deletion needs.
    await one.query(
      `update postil.records set metadata = '{"seen": 1}'; delete from postil.users where name = 'ana'; commit`,
    );
    expect(await asking).toBe('PN422');
    await two.query('rollback');
  });

  test('a lease that is being deleted is waited for by nobody', async () => {
    await observer.query(`${members}; insert into postil_private.leases (namespace, record_id, user_id, expires_at)
      values ('default', '${ids['a']}', '${ids['ana']}', now())`);
    await one.query('begin; delete from postil_private.leases');
    expect(given(await two.query(`begin; ${next('ben')}`))).toEqual(['a']);
    await two.query('commit');
    await one.query('commit');
  });

  test('records are not given from an old snapshot', async () => {
    await observer.query(members);
    await two.query('begin isolation level repeatable read');
    await expect(two.query(next('ana'))).rejects.toMatchObject({ code: 'PN409' });
    await two.query('rollback');
  });

  test('a statement about all records is refused when it could miss some', async () => {
    for (const isolation of ['repeatable read', 'serializable']) {
      for (const deed of ['truncate postil.responses', 'update postil.datasets set min_submitted = 3']) {
        await two.query(`begin isolation level ${isolation}; select count(*) from postil.records`);
        await observer.query(`${submit('ana')}; select test.record('new')`);
        await expect(two.query(deed)).rejects.toMatchObject({ code: 'PN409' });
        await two.query('rollback');
        await observer.query(
          `delete from postil.responses; delete from postil.records where external_id = 'new'`,
        );
      }
    }
  });

  test('a namespace is deleted while its last dataset is: no event is left', async () => {
    await observer.query(
      `select test.dataset('diaries', namespace => 'team'), test.record('b', 'diaries', namespace => 'team')`,
    );
    const gone = `delete from postil.namespaces where key = 'team'`;
    await meanwhile(`delete from postil.datasets where namespace = 'team'`, gone);
    const { rows } = await observer.query(`select from postil_private.outbox where namespace = 'team'`);
    expect(rows).toEqual([]);
    await nothingIsWrong();
  });

  test('a namespace is not deleted from an old snapshot', async () => {
    await observer.query(`select test.namespace('team')`);
    await two.query('begin isolation level repeatable read');
    await expect(two.query(`delete from postil.namespaces where key = 'team'`)).rejects.toMatchObject({
      code: 'PN409',
    });
    await two.query('rollback');
  });

  test('a dataset is renamed in any transaction', async () => {
    await two.query(
      `begin isolation level serializable; update postil.datasets set name = 'Letters'; commit`,
    );
  });
});

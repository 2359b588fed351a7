/** Users who are deactivated, and owners who end, while others do something about them: two transactions, step by step. */
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { untilBlocked } from '../support/waiting.ts';
import { meanwhile as inTurn } from './meanwhile.ts';

describeOnCluster('deactivation', () => {
  let database: Database;
  let ids: Record<string, string>;
  let one: pg.Client;
  let two: pg.Client;
  let observer: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    [one, two, observer] = await Promise.all([database.connect(), database.connect(), database.connect()]);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    for (const session of [one, two]) await session.query('rollback'); // What a failed test left open.
    await observer.query(`
      delete from postil.datasets;
      set session_replication_role = replica; -- The last owner, too.
      delete from postil.users;
      delete from postil.members;
      reset session_replication_role;
      select test.dataset('letters');
      select test.record('a');
      select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben']) as name`);
    const { rows } = await observer.query(`
      select jsonb_object_agg(name, id) || jsonb_build_object('a', test.id('a')) as ids from postil.users`);
    ids = rows[0].ids;
  });

  const submit = (name: string) => `
    insert into postil.responses (namespace, record_id, user_id, status, values)
    values ('default', '${ids['a']}', '${ids[name]}', 'submitted', '{"mood": {"value": "good"}}')`;
  const deactivate = (name: string, exclude = true) =>
    `select from postil.deactivate_user((select id from postil.users where name = '${name}'), ${exclude})`;
  const reactivate = (name: string) =>
    `select from postil.reactivate_user((select id from postil.users where name = '${name}'))`;
  const state = async (): Promise<string> =>
    (await observer.query(`select test.state('a') as state`)).rows[0].state;
  const nothingIsWrong = async () =>
    expect((await observer.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
  const meanwhile = (first: string, second: string) => inTurn({ one, two, observer }, first, second);

  test('a user responds while being excluded', async () => {
    expect(await meanwhile(deactivate('ana'), submit('ana'))).toBe('PN409');
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test('a user responds while being deactivated, with responses that count', async () => {
    expect(await meanwhile(deactivate('ana', false), submit('ana'))).toBeUndefined();
    expect(await state()).toBe('1 of 1, completed');
    await nothingIsWrong();
  });

  test('a user is excluded while responding', async () => {
    expect(await meanwhile(submit('ana'), deactivate('ana'))).toBeUndefined();
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test('a user is excluded while submitting a draft', async () => {
    await observer.query(`select test.respond('a', 'ana', 'draft')`);
    await meanwhile(`update postil.responses set status = 'submitted'`, deactivate('ana'));
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test('a user submits a draft while being excluded', async () => {
    await observer.query(`select test.respond('a', 'ana', 'draft')`);
    await meanwhile(deactivate('ana'), `update postil.responses set status = 'submitted'`);
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test('a user is reactivated while their response is withdrawn', async () => {
    await observer.query(`${submit('ana')}; ${deactivate('ana')}`);
    await meanwhile('delete from postil.responses', reactivate('ana'));
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test('others submit to the same records', async () => {
    await observer.query(`update postil.datasets set min_submitted = 2; ${submit('ana')}`);
    await meanwhile(submit('ben'), deactivate('ana'));
    expect(await state()).toBe('1 of 2, pending');
    await meanwhile(reactivate('ana'), `delete from postil.responses where user_id = '${ids['ben']}'`);
    expect(await state()).toBe('1 of 2, pending');
    await nothingIsWrong();
  });

  test('of two who deactivate the same user, the second decides', async () => {
    await observer.query(submit('ana'));
    await meanwhile(deactivate('ana', true), deactivate('ana', false));
    expect(await state()).toBe('1 of 1, completed');
    await meanwhile(reactivate('ana'), deactivate('ana', true));
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test.for(['repeatable read', 'serializable'])('a %s transaction does not miss it', async (isolation) => {
    const begin = `begin isolation level ${isolation}; select from postil.users`;
    await two.query(begin);
    await observer.query(deactivate('ana'));
    await expect(two.query(submit('ana'))).rejects.toMatchObject({ code: '40001' });
    await two.query('rollback');

    await two.query(begin);
    await expect(two.query(submit('ana'))).rejects.toMatchObject({ code: 'PN409' });
    await two.query('rollback');

    await two.query(begin);
    await observer.query(reactivate('ana'));
    await expect(two.query(submit('ana'))).rejects.toMatchObject({
      code: expect.stringMatching(/40001|PN409/),
    });
    await two.query('rollback');

    await one.query(`${begin}; ${submit('ana')}`);
    const deactivating = observer.query(deactivate('ana'));
    await untilBlocked(two, observer);
    await one.query('commit');
    await deactivating;
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  test.for(['repeatable read', 'serializable'])(
    'nor may it be done from a snapshot (%s)',
    async (isolation) => {
      for (const deed of [deactivate('ana'), reactivate('ana')]) {
        await two.query(`begin isolation level ${isolation}`);
        await expect(two.query(deed)).rejects.toMatchObject({ code: 'PN409' });
        await two.query('rollback');
      }
    },
  );

  /** As PostgREST runs it: in a transaction, with the claims of its caller. */
  const next = (name: string) => `
    select set_config('request.jwt.claims', '{"sub": "${ids[name]}"}', true);
    select from postil.next_records('default', 'letters')`;
  const leases = async () =>
    (await observer.query('select user_id from postil_private.leases')).rows.map((row) => row.user_id);

  test('a user is deactivated while being given a record', async () => {
    expect(await meanwhile(next('ana'), deactivate('ana', false))).toBeUndefined();
    expect(await leases()).toEqual([]);
  });

  test('a user asks for a record while being deactivated', async () => {
    expect(await meanwhile(deactivate('ana', false), next('ana'))).toBe('PN422');
    expect(await leases()).toEqual([]);
  });

  test('a user is deleted while being deactivated, and the reverse', async () => {
    await observer.query(`${submit('ana')}; ${submit('ben')}`);
    await meanwhile(deactivate('ana'), `delete from postil.users where name = 'ana'`);
    expect(await state()).toBe('1 of 1, completed');
    expect(await meanwhile(`delete from postil.users where name = 'ben'`, deactivate('ben'))).toBe('PN404');
    expect(await state()).toBe('0 of 1, pending');
    await nothingIsWrong();
  });

  const owners = async () =>
    (
      await observer.query(
        'select name from postil.users where owner and deactivated_at is null order by name',
      )
    ).rows.map((row) => row.name);
  const remove = (name: string) => `delete from postil.users where name = '${name}'`;
  const demote = (name: string) => `update postil.users set owner = false where name = '${name}'`;
  const makeOwners = () => observer.query('update postil.users set owner = true');

  test.for([
    ['delete each other', remove, remove],
    ['deactivate each other', deactivate, deactivate],
    ['take it from each other', demote, demote],
    ['are deleted and deactivated', remove, deactivate],
    ['are deactivated and demoted', deactivate, demote],
  ] as const)('of two owners who %s, one stays', async ([, first, second]) => {
    await makeOwners();
    expect(await meanwhile(first('ana'), second('ben'))).toBe('PN409');
    expect(await owners()).toEqual(['ben']);
    await nothingIsWrong();
  });

  test('an owner goes when the other one, who was going, has stayed', async () => {
    await makeOwners();
    await one.query(`begin; ${remove('ana')}`);
    const removing = two.query(remove('ben'));
    await untilBlocked(observer, two);
    await one.query('rollback');
    await removing;
    expect(await owners()).toEqual(['ana']);
  });

  test.for([
    [5, remove],
    [5, demote],
  ] as const)('%i owners end each other at once, many times', { timeout: 60_000 }, async ([count, end]) => {
    const sessions = await Promise.all(Array.from({ length: count }, () => database.connect()));
    for (let round = 0; round < 10; round += 1) {
      const names = sessions.map((_, number) => `owner ${round} ${number}`);
      await observer.query(
        'insert into postil.users (name, owner) select name, true from unnest($1::text[]) as name',
        [names],
      );
      await observer.query('update postil.users set owner = false where name <> all ($1)', [names]);
      const ended = await Promise.allSettled(
        sessions.map((session, number) => session.query(end(names[(number + 1) % count] as string))),
      );
      const codes = ended.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
      expect(codes).toEqual(['PN409']);
      expect(await owners()).toHaveLength(1);
    }
  });

  test.for(['repeatable read', 'serializable'])(
    'an owner cannot be ended from a snapshot (%s)',
    async (isolation) => {
      await makeOwners();
      for (const deed of [remove('ana'), demote('ana')]) {
        await two.query(`begin isolation level ${isolation}`);
        await expect(two.query(deed)).rejects.toMatchObject({ code: 'PN409' });
        await two.query('rollback');
      }
      await two.query(
        `begin isolation level ${isolation}; update postil.users set name = 'Ana' where name = 'ana'; commit`,
      );
    },
  );
});

/** A dataset's definition changes beside writes that were checked against it: whoever comes second has to notice. */
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { meanwhile as inTurn } from './meanwhile.ts';

describeOnCluster('definition changes', () => {
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
      delete from postil.users;
      select test.dataset('letters');
      insert into postil.fields (namespace, dataset, name, required) values ('default', 'letters', 'title', false);
      insert into postil.records (namespace, dataset, external_id, fields)
      values ('default', 'letters', 'a', '{"text": "abcdef"}');
      select test.question('where', 'span', '{"field": "text", "options": [{"value": "x"}]}');
      select test.user(name) from unnest(array['ana', 'ben']) as name`);
    const { rows } = await observer.query(`
      select jsonb_object_agg(name, id) || jsonb_build_object('a', test.id('a')) as ids from postil.users`);
    ids = rows[0].ids;
  });

  const meanwhile = async (first: string, second: string) => {
    const failed = await inTurn({ one, two, observer }, first, second);
    expect((await observer.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
    return failed;
  };

  const respond = (answers: string, status = 'submitted', user = 'ana') => `
    insert into postil.responses (namespace, record_id, user_id, status, values)
    values ('default', '${ids['a']}', '${ids[user]}', '${status}', '{"mood": {"value": "good"}, ${answers}}')`;
  const suggest = (question: string, value: string) => `
    insert into postil.suggestions (namespace, record_id, question, agent, value)
    values ('default', '${ids['a']}', '${question}', 'model', '${value}')`;
  const makeRecord = (fields: string, metadata = '{}') => `
    insert into postil.records (namespace, dataset, fields, metadata)
    values ('default', 'letters', '${fields}', '${metadata}')`;
  const war = () => respond('"topics": {"value": ["war"]}', 'draft');
  const marked = () => respond('"where": {"value": [{"label": "x", "start": 4, "end": 6}]}', 'draft');

  /** Each write would not be valid after its change; each change, not after its write. */
  const pairs: [string, () => string, string][] = [
    [
      'an option goes, which a response has',
      war,
      `update postil.questions set settings = '{"options": [{"value": "love"}, {"value": "peace"}]}' where name = 'topics'`,
    ],
    ['a question goes, which a response answers', war, `delete from postil.questions where name = 'topics'`],
    [
      'a question goes, which a suggestion answers',
      () => suggest('topics', '["war"]'),
      `delete from postil.questions where name = 'topics'`,
    ],
    [
      'a question becomes required, which a response does not answer',
      () => respond('"topics": {"value": ["war"]}'),
      `update postil.questions set required = true where name = 'where'`,
    ],
    [
      'a required question comes, which a response does not answer',
      () => respond('"topics": {"value": ["war"]}'),
      `select test.question('new', 'text', required => true)`,
    ],
    [
      'a field goes, which a record has',
      () => makeRecord('{"title": "x"}'),
      `delete from postil.fields where name = 'title'`,
    ],
    [
      'a field goes, which a record gets',
      () => `update postil.records set fields = '{"text": "abcdef", "title": "x"}'`,
      `delete from postil.fields where name = 'title'`,
    ],
    [
      'a field becomes required, which a record lacks',
      () => makeRecord('{}'),
      `update postil.fields set required = true where name = 'text'`,
    ],
    [
      'extra metadata is no longer allowed, which a record has',
      () => makeRecord('{}', '{"n": 1}'),
      'update postil.datasets set allow_extra_metadata = false',
    ],
    [
      'a metadata property comes, of which a record has another type',
      () => makeRecord('{}', '{"n": 1}'),
      `insert into postil.metadata_properties (namespace, dataset, name, type) values ('default', 'letters', 'n', 'terms')`,
    ],
    [
      'a text becomes shorter, in which a response marks the end',
      marked,
      `update postil.records set fields = '{"text": "abc"}'`,
    ],
    [
      'a text becomes shorter, in which a suggestion marks the end',
      () => suggest('where', '[{"label": "x", "start": 4, "end": 6}]'),
      `update postil.records set fields = '{"text": "abc"}'`,
    ],
  ];

  describe.for(pairs)('%s', ([, write, change]) => {
    test('the change comes second', async () => {
      expect(await meanwhile(write(), change)).toBe('PN409');
    });

    test('the write comes second', async () => {
      expect(await meanwhile(change, write())).toBe('PN422');
    });

    test.for(['repeatable read', 'serializable'])('the write is %s and began before', async (isolation) => {
      await two.query(`begin isolation level ${isolation}; select count(*) from postil.questions`);
      await observer.query(change);
      await expect(two.query(write())).rejects.toMatchObject({ code: '40001' });
    });

    test.for(['repeatable read', 'serializable'])('the change is %s and began before', async (isolation) => {
      await two.query(`begin isolation level ${isolation}; select count(*) from postil.questions`);
      await observer.query(write());
      // The second when the write has changed the very row.
      await expect(two.query(change)).rejects.toMatchObject({
        code: expect.stringMatching(/^(PN409|40001)$/),
      });
    });
  });

  test('a dataset is made, with all its parts, in any transaction', async () => {
    for (const isolation of ['repeatable read', 'serializable']) {
      await two.query(`begin isolation level ${isolation}; select test.dataset('poems'); rollback`);
    }
  });

  test('people respond without waiting for each other', async () => {
    await one.query(`begin; ${war()}`);
    await two.query(`set lock_timeout = '5s'; ${respond('"topics": {"value": ["war"]}', 'draft', 'ben')}`);
    await one.query('commit');
  });

  test('of two required questions one stays, however they are deleted', async () => {
    await observer.query(`select test.question('new', 'text', required => true)`);
    const code = await meanwhile(
      `delete from postil.questions where name = 'mood'`,
      `delete from postil.questions where name = 'new'`,
    );
    expect(code).toBe('PN422');
  });

  test('a dataset is published while its question is deleted, or the other way round', async () => {
    const draft = `
      delete from postil.datasets;
      select postil.create_dataset('default', '{"key": "letters", "status": "draft", "fields": [{"name": "text"}],
        "questions": [{"name": "mood", "type": "text"}]}')`;
    const publish = `select postil.publish_dataset('default', 'letters')`;
    const remove = 'delete from postil.questions';
    await observer.query(draft);
    expect(await meanwhile(publish, remove)).toBe('PN422');
    await observer.query(draft);
    expect(await meanwhile(remove, publish)).toBe('PN422');
  });
});

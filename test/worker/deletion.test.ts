/** Users deleted in the background, by a worker in this process, beside others who write. */
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorker, type Worker } from '../../gateway/worker/worker.ts';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import {
  begin,
  fill,
  progress,
  quiet,
  recordId,
  traces,
  untilDone,
  untilState,
  wrong,
} from './background.ts';

describeOnCluster('a deletion in the background', () => {
  let database: Database;
  let client: pg.Client;
  const workers: Worker[] = [];
  beforeEach(async () => {
    database = await createDatabase();
    client = await database.connect();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await database.drop();
  });
  const start = (url = database.ownerUrl) => {
    const worker = startWorker(url, quiet);
    workers.push(worker);
    return worker;
  };

  test('deletes the responses, then the user', async () => {
    await start().ready;
    const ann = await fill(client, 500);
    await begin(client, ann, 70);
    await untilState(client, ann, 'finished');
    expect(await progress(client, ann)).toMatchObject({ done: 500, total: 500, eta_seconds: null });
    expect(await traces(client, ann)).toEqual({
      left: 0,
      kept: 500,
      distinct_kept: 500,
      batches: 500,
      strays: 0,
    });
    const { rows } = await client.query(`select from postil.users where name = 'ann'`);
    expect(rows).toEqual([]);
    expect(await wrong(client)).toEqual([]);
  });

  test('can be undone, whether it has ended or was cancelled', async () => {
    await start().ready;
    const ann = await fill(client, 500);
    const restore = async () =>
      (await client.query('select responses::integer from postil.restore_user($1)', [ann])).rows[0].responses;
    await begin(client, ann, 20);
    await untilDone(client, ann, 1);
    await client.query('select from postil.cancel_deletion($1)', [ann]);
    expect(await restore()).toBe((await progress(client, ann)).done);
    await begin(client, ann, 70);
    await untilState(client, ann, 'finished');
    expect(await progress(client, ann)).toMatchObject({ done: 500, total: 500 });
    expect(await restore()).toBe(500);
    expect(await wrong(client)).toEqual([]);
  });

  test('that was asked for before there was any worker is done by the first', async () => {
    const ann = await fill(client, 20);
    await begin(client, ann, 5000);
    start();
    await untilState(client, ann, 'finished');
  });

  test('is done once by several workers, whose schema belongs to postil_owner', async () => {
    const ann = await fill(client, 300);
    await begin(client, ann, 10);
    // All make the schema at once; one is a superuser's.
    await Promise.all([start(), start(), start(database.superuserUrl)].map(({ ready }) => ready));
    await untilState(client, ann, 'finished');
    expect(await traces(client, ann)).toMatchObject({ kept: 300, distinct_kept: 300, batches: 300 });
    const { rows } = await client.query(
      `select distinct relowner::regrole::text as owner from pg_class where relnamespace = 'graphile_worker'::regnamespace`,
    );
    expect(rows).toEqual([{ owner: 'postil_owner' }]);
  });

  test('goes on elsewhere when its worker is stopped', async () => {
    const first = start();
    await first.ready;
    const ann = await fill(client, 1000);
    await begin(client, ann, 5);
    await untilDone(client, ann, 50);
    const second = start();
    await second.ready;
    await first.stop();
    await untilState(client, ann, 'finished');
    expect(await traces(client, ann)).toMatchObject({ kept: 1000, batches: 1000, strays: 0 });
  });

  test('is one when two ask for it at once', async () => {
    await start().ready;
    const ann = await fill(client, 300);
    const others = await Promise.all([database.connect(), database.connect(), database.connect()]);
    const answers = await Promise.all(
      others.map((other) =>
        other.query(
          'select state, total::integer, started_at from postil.delete_user_in_background($1, 10)',
          [ann],
        ),
      ),
    );
    const [first] = answers.map(({ rows }) => rows[0]);
    expect(answers.map(({ rows }) => rows[0])).toEqual([first, first, first]);
    expect(first).toMatchObject({ state: 'running', total: 300 });
    await untilState(client, ann, 'finished');
    expect(await traces(client, ann)).toMatchObject({ kept: 300, distinct_kept: 300, batches: 300 });
  });

  test('that is cancelled stops, and can be begun again', async () => {
    await start().ready;
    const ann = await fill(client, 1000);
    await begin(client, ann, 5);
    await untilDone(client, ann, 1);
    const { rows } = await client.query('select state, done::integer from postil.cancel_deletion($1)', [ann]);
    expect(rows[0].state).toBe('cancelled');
    expect(rows[0].done).toBeLessThan(1000);
    // Nobody is about it any more once the job is gone.
    await expect
      .poll(async () => (await client.query('select from graphile_worker.jobs')).rowCount, {
        timeout: 20_000,
      })
      .toBe(0);
    const { done } = await progress(client, ann);
    expect(done).toBe(rows[0].done);
    expect(await traces(client, ann)).toMatchObject({
      left: 1000 - done,
      kept: done,
      batches: done,
      strays: 0,
    });
    const found = await client.query(
      'select deactivated_at is not null as deactivated from postil.users where id = $1',
      [ann],
    );
    expect(found.rows).toEqual([{ deactivated: true }]);
    expect(await wrong(client)).toEqual([]);

    await begin(client, ann, 5000);
    expect(await progress(client, ann)).toMatchObject({ state: 'running', total: 1000 - done });
    await untilState(client, ann, 'finished');
    expect(await traces(client, ann)).toMatchObject({ left: 0, kept: 1000, batches: 1000 });
  });

  test('waits for nobody while others wait for it: what somebody holds is left for later', async () => {
    await start().ready;
    const ann = await fill(client, 100);
    const holder = await database.connect();
    await holder.query('begin');
    await holder.query('select from postil.records where id = $1 for update', [recordId(50)]);
    await begin(client, ann, 10);
    await untilDone(client, ann, 99);
    // Everybody else may go on, on every other record.
    await client.query(
      `insert into postil.responses (namespace, record_id, user_id, status, "values")
       select 'default', id, test.user('carl'), 'submitted', '{"mood": {"value": "good"}}'
       from postil.records where id <> $1`,
      [recordId(50)],
    );
    expect(await progress(client, ann)).toMatchObject({ state: 'running', done: 99 });
    await holder.query('commit');
    await untilState(client, ann, 'finished');
    expect(await wrong(client)).toEqual([]);
  });

  test('counts what somebody was adding for them meanwhile', async () => {
    const ann = await fill(client, 20);
    await client.query('delete from postil.responses where user_id = $1 and record_id = $2', [
      ann,
      recordId(7),
    ]);
    await begin(client, ann, 5000);
    const writer = await database.connect();
    await writer.query('begin');
    await writer.query(
      `insert into postil.responses (namespace, record_id, user_id, status, "values")
       values ('default', $1, $2, 'submitted', '{"mood": {"value": "good"}}')`,
      [recordId(7), ann],
    );
    start();
    const waiting = async () =>
      (
        await client.query(
          `select from pg_stat_activity
           where datname = current_database() and application_name = 'postil worker' and wait_event_type = 'Lock'`,
        )
      ).rowCount;
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
    await writer.query('commit');
    await untilState(client, ann, 'finished');
    // The one that was deleted before it began is not its own.
    expect(await traces(client, ann)).toMatchObject({ left: 0, kept: 21, batches: 20, strays: 1 });
    expect(await wrong(client)).toEqual([]);
  });

  test('lets others commit between its batches', async () => {
    await start().ready;
    const ann = await fill(client, 400);
    const writer = await database.connect();
    await writer.query(`select test.user('carl')`);
    await begin(client, ann, 2);
    await untilDone(client, ann, 1);
    let between = 0;
    for (let record = 0; (await progress(client, ann)).state === 'running'; record = (record + 7) % 400) {
      await writer.query(
        `insert into postil.responses (namespace, record_id, user_id, status, "values")
         values ('default', $1, test.user('carl'), 'submitted', '{"mood": {"value": "good"}}')
         on conflict (namespace, record_id, user_id) do update set status = excluded.status, updated_at = now()`,
        [recordId(record)],
      );
      between += (await progress(client, ann)).state === 'running' ? 1 : 0;
    }
    expect(between).toBeGreaterThan(0);
    expect(await wrong(client)).toEqual([]);
  });

  test('beside writes by everybody leaves nothing wrong', { timeout: 120_000 }, async () => {
    await start().ready;
    const records = 200;
    const ann = await fill(client, records);
    let over = false;
    const write = async (name: string, expected: RegExp) => {
      const session = await database.connect();
      await session.query('select test.member($1, $2, $3)', [name, 'default', 'annotator']);
      const { rows } = await session.query('select test.user($1) as id', [name]);
      const claims = JSON.stringify({ sub: rows[0].id, role: 'authenticated' });
      await session.query(`select set_config('request.jwt.claims', $1, false)`, [claims]);
      await session.query('set role authenticated');
      let written = 0;
      for (let turn = 0; !over; turn += 1) {
        const row = (n: number) => ({
          record_id: recordId((turn * 13 + n * 29) % records),
          status: turn % 3 ? 'submitted' : 'discarded',
          values: { mood: { value: 'good' } },
        });
        const [sql, values]: [string, unknown[]] =
          turn % 2
            ? [
                `select from postil.upsert_responses('default', $1)`,
                [JSON.stringify(Array.from({ length: 1 + (turn % 20) }, (_, n) => row(n)))],
              ]
            : [
                `select from postil.submit_response('default', $1, '{"mood": {"value": "bad"}}')`,
                [row(0).record_id],
              ];
        try {
          await session.query(sql, values);
          written += 1;
        } catch (error) {
          const { code, message } = error as Error & { code?: string };
          if (!expected.test(code ?? '')) throw new Error(`${name}: ${code} ${message}`);
          if (name === 'ann') break;
        }
      }
      return written;
    };
    // Ann may be refused at any time, as somebody who may not, or who does not exist any more.
    const writers = [
      write('ann', /^(PN403|PN404|PN422|42501|23503)$/),
      ...['bob', 'carl', 'dora'].map((name) => write(name, /^$/)),
    ];
    const all = Promise.all(writers);
    const finished = (async () => {
      await begin(client, ann, 7);
      await untilState(client, ann, 'finished');
      over = true;
    })();
    await Promise.race([all, finished]);
    await finished;
    const written = await all;
    for (const count of written.slice(1)) expect(count).toBeGreaterThan(0);
    expect(await wrong(client)).toEqual([]);
    expect(await traces(client, ann)).toMatchObject({ left: 0, strays: 0 });
    const { rows } = await client.query(
      'select deadlocks::integer from pg_stat_database where datname = current_database()',
    );
    expect(rows).toEqual([{ deadlocks: 0 }]);
  });
});

/** The daily job. */
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWorker, type Worker } from '../../gateway/worker/worker.ts';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { quiet } from './background.ts';

describeOnCluster('every day', () => {
  let database: Database;
  let client: pg.Client;
  let worker: Worker;
  beforeEach(async () => {
    database = await createDatabase();
    client = await database.connect();
    worker = startWorker(database.ownerUrl, quiet);
    await worker.ready;
  });
  afterEach(async () => {
    await worker.stop();
    await database.drop();
  });

  test('is known as the job of each day', async () => {
    const known = async () =>
      (await client.query('select identifier from graphile_worker._private_known_crontabs')).rows;
    await expect.poll(known, { timeout: 10_000 }).toEqual([{ identifier: 'keep_history' }]);
  });

  test('history is prepared, then pruned, and jobs that killed workers left are removed', async () => {
    // In the place of those that there are.
    await client.query(
      'create table public.called (seq serial, name text); grant all on public.called to public',
    );
    await client.query('grant all on sequence public.called_seq_seq to public');
    for (const name of ['prune_history', 'prepare_history']) {
      await client.query(`
        drop function postil_private.${name};
        create function postil_private.${name}() returns void language sql
          as $$ insert into public.called (name) values ('${name}') $$`);
    }
    await client.query(`
      select graphile_worker.permanently_fail_jobs(array[j.id])
      from graphile_worker.add_job('delete_user', '{}', run_at => now() + interval '1 day') as j`);
    await client.query(`select graphile_worker.add_job('keep_history')`);
    await expect
      .poll(async () => (await client.query('select from graphile_worker.jobs')).rowCount, {
        timeout: 10_000,
      })
      .toBe(0);
    const { rows } = await client.query('select name from public.called order by seq');
    expect(rows).toEqual([{ name: 'prepare_history' }, { name: 'prune_history' }]);
  });
});

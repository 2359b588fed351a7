/** kill -9 of the worker or of PostgreSQL, again and again, while a user is deleted: nothing is lost, nothing wrong. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { cleanEnvironment, program } from '../cli/run.ts';
import { type StartedCluster, startCluster } from '../support/cluster.ts';
import { describeOnCluster } from '../support/suite.ts';
import { begin, fill, progress, traces, untilDone, untilState, wrong } from './background.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const kills = long ? 20 : 3;
const batchSize = 3;
/** Deleted from one kill to the next, at most. */
const most = 60;
const responses = kills * most + 100;

describeOnCluster('a deletion whose worker and database are killed', () => {
  let started: StartedCluster;
  const database = 'killed';
  beforeAll(async () => {
    started = (await startCluster(inject('postgresPrograms'))) as StartedCluster; // Others use the common one.
    const admin = await open('postgres');
    await admin.query(
      `create database ${database} owner postil_owner template ${started.cluster.template} strategy file_copy`,
    );
    // What is committed is to be there after a crash.
    await admin.query(`alter database ${database} set synchronous_commit = on`);
    await admin.end();
  });
  afterAll(() => started?.stop());

  test('ends as any other', { timeout: 600_000 }, async () => {
    const seed = Number(process.env['POSTIL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const hint = `seed ${seed}`;
    let client = await open(database);
    const ann = await fill(client, responses);
    let worker = await startWorkerProcess();
    await begin(client, ann, batchSize);
    for (let kill = 0; kill < kills; kill += 1) {
      const { done } = await progress(client, ann);
      await untilDone(client, ann, done + 1 + ((seed + kill * 7919) % (most - 2 * batchSize)));
      expect((await progress(client, ann)).state, hint).toBe('running');
      // The first two are one of each.
      const ofPostgres = kill < 2 ? kill === 0 : (seed >> (kill % 31)) % 2 === 0;
      if (ofPostgres) {
        await started.crash();
        await client.end().catch(() => {});
        client = await open(database);
      }
      if (!ofPostgres || kill % 4 === 2) {
        await worker.kill();
        worker = await startWorkerProcess();
      }
      // Batches wait meanwhile; else they would be done before the last kill.
      await client.query('begin');
      await client.query('select from postil.users where id = $1 for update', [ann]);
      expect(await wrong(client), `${hint}, kill ${kill}`).toEqual([]);
      expect(await traces(client, ann), `${hint}, kill ${kill}`).toMatchObject({ strays: 0 });
      await client.query('commit');
    }
    await untilState(client, ann, 'finished');
    await worker.kill();
    expect(await traces(client, ann), hint).toEqual({
      left: 0,
      kept: responses,
      distinct_kept: responses,
      batches: responses,
      strays: 0,
    });
    expect(await progress(client, ann), hint).toMatchObject({ done: responses, total: responses });
    expect(await wrong(client), hint).toEqual([]);
    await client.end();
  });

  async function startWorkerProcess(): Promise<{ kill(): Promise<void> }> {
    const child = spawn(process.execPath, [program, 'worker', '--json', '--database-url', url(database)], {
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    const kill = async () => {
      child.kill('SIGKILL');
      await ended;
    };
    onTestFinished(kill);
    await once(createInterface({ input: child.stdout }), 'line');
    return { kill };
  }

  function url(name: string): string {
    const { address, password } = started.cluster;
    return `postgresql://postgres:${password}@${address}/${name}`;
  }

  async function open(name: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url(name) });
    client.on('error', () => {}); // It is meant to break.
    await client.connect();
    return client;
  }
});

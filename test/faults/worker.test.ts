/** The worker that serve runs outlives its PostgreSQL, and ends before it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { caller, post, secretsOf } from '../gateway/http.ts';
import { type Server, startServer } from '../support/server.ts';
import { pidsOf, untilReady } from './processes.ts';

type Progress = { state: string; done: number };

async function ask(server: Server, name: string, body: object): Promise<Progress | undefined> {
  const answer = await caller(server.url, server.ownerKey)(`/rest/v1/rpc/${name}`, post(body));
  const said = await answer.json();
  expect([answer.status, said]).toEqual([200, expect.anything()]);
  return (said as Progress[])[0];
}

/** Begins to delete a user with so many responses, and waits until some of them are gone. */
async function beginDeletion(server: Server, responses: number): Promise<string> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query(`select postil.create_dataset('default', $1)`, [
    { key: 'letters', fields: [{ name: 'text' }], questions: [{ name: 'mood', type: 'text' }] },
  ]);
  const { rows } = await client.query(`insert into postil.users (name) values ('ann') returning id`);
  const user_id = rows[0].id;
  await client.query(
    `with made as (
       insert into postil.records (namespace, dataset, fields)
       select 'default', 'letters', '{"text": "Dear all"}' from generate_series(1, $1)
       returning namespace, id
     )
     insert into postil.responses (namespace, record_id, user_id, status, "values")
     select m.namespace, m.id, $2, 'submitted', '{"mood": {"value": "good"}}' from made as m`,
    [responses, user_id],
  );
  await client.end();
  expect(await ask(server, 'delete_user_in_background', { user_id, batch_size: 10 })).toMatchObject({
    state: 'running',
  });
  const done = async () => (await ask(server, 'deletion_progress', { user_id }))?.done;
  await expect.poll(done, { timeout: 20_000 }).toBeGreaterThan(0);
  return user_id;
}

async function untilFinished(server: Server, user_id: string, done: number): Promise<void> {
  await expect
    .poll(() => ask(server, 'deletion_progress', { user_id }), { timeout: 60_000 })
    .toMatchObject({ state: 'finished', done });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  onTestFinished(() => client.end().catch(() => {}));
  expect((await client.query('select * from postil.verify() where wrong > 0')).rows).toEqual([]);
  await client.end();
}

test('PostgreSQL is killed in the middle of a deletion', async () => {
  const server = await startServer({ env: { POSTIL_LOG_LEVEL: 'trace' } });
  const user = await beginDeletion(server, 1000);
  process.kill(pidsOf(server.data).postgres, 'SIGKILL');
  await untilReady(server.url, 503);
  await untilReady(server.url, 200);
  await untilFinished(server, user, 1000);

  expect(await server.stop()).toEqual({ code: 0, signal: null });
  const log = readFileSync(join(server.data, 'gateway.log'), 'utf8');
  expect(log).toContain('the deletion of a user has ended');
  for (const secret of Object.values(secretsOf(server))) {
    expect(log).not.toContain(secret);
  }
});

test('PostgreSQL is killed, and all is stopped before it is back', async () => {
  const server = await startServer();
  await beginDeletion(server, 1000);
  process.kill(pidsOf(server.data).postgres, 'SIGKILL');
  expect(await server.stop()).toEqual({ code: 0, signal: null });
});

test('all is stopped in the middle of a deletion, which goes on at the next start', async () => {
  const first = await startServer();
  const user = await beginDeletion(first, 2000);
  expect(await first.stop()).toEqual({ code: 0, signal: null });
  const second = await startServer({ data: first.data, env: { POSTIL_OWNER_API_KEY: first.ownerKey } });
  await untilFinished(second, user, 2000);
});

test('the gateway is killed in the middle of a deletion, which goes on at the next start', async () => {
  const first = await startServer();
  const user = await beginDeletion(first, 2000);
  await first.kill('SIGKILL');
  const second = await startServer({ data: first.data, env: { POSTIL_OWNER_API_KEY: first.ownerKey } });
  await untilFinished(second, user, 2000);
});

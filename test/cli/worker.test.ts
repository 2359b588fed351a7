/** postil worker: alone, beside a Postil that runs none. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { caller, post, secretsOf } from '../gateway/http.ts';
import { createEmptyDatabase } from '../support/database.ts';
import { type Server, startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { cleanEnvironment, fails, program } from './run.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer({ env: { POSTIL_WORKER: 'off' } });
});

type Running = {
  pid: number;
  until(event: string): Promise<void>;
  ended: Promise<unknown>;
  stderr: Promise<string>;
};

function start(args: string[]): Running {
  const child = spawn(process.execPath, [program, 'worker', ...args], { env: cleanEnvironment() });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  return {
    pid: child.pid as number,
    until: (event) => expect.poll(() => output, { timeout: 30_000 }).toContain(`{"event":"${event}"`),
    ended: once(child, 'exit'),
    stderr: text(child.stderr),
  };
}

async function request(name: string, body: object): Promise<unknown> {
  const answer = await caller(server.url, server.ownerKey)(`/rest/v1/rpc/${name}`, post(body));
  expect(answer.status).toBe(200);
  return answer.json();
}

async function createUser(name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  const { rows } = await client.query('insert into postil.users (name) values ($1) returning id', [name]);
  await client.end();
  return rows[0].id;
}

test('deletes who is to be deleted, and ends by a signal, without a secret in its log', async () => {
  const user_id = await createUser('ann');
  expect(await request('delete_user_in_background', { user_id })).toMatchObject([
    { state: 'running', total: 0 },
  ]);
  const worker = start(['--data', server.data, '--json']);
  await worker.until('ready');
  await expect
    .poll(() => request('deletion_progress', { user_id }), { timeout: 30_000 })
    .toMatchObject([{ state: 'finished', done: 0 }]);
  process.kill(worker.pid, 'SIGTERM');
  await worker.until('stopped');
  expect(await worker.ended).toEqual([0, null]);
  const log = await worker.stderr;
  expect(log).toContain('the deletion of a user has ended');
  for (const secret of Object.values(secretsOf(server))) {
    expect(log).not.toContain(secret);
  }
});

test('takes the database itself, and says where it is, without its password', async () => {
  const worker = start(['--database-url', server.databaseUrl]);
  const { port, password } = new URL(server.databaseUrl);
  await expect.poll(async () => (await untilIdle()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  process.kill(worker.pid, 'SIGINT');
  expect(await worker.ended).toEqual([0, null]);
  const said = await worker.stderr;
  expect(said).toMatch(
    new RegExp(`The worker runs on postgresql://.*:${port}/postil\\.[^]*SIGINT: stopping …[^]*Stopped\\.\n$`),
  );
  expect(said).not.toContain(password);

  async function untilIdle(): Promise<object[]> {
    const client = new pg.Client({ connectionString: server.databaseUrl });
    await client.connect();
    const { rows } = await client.query(
      `select from pg_stat_activity where application_name = 'postil worker' and query like 'LISTEN%'`,
    );
    await client.end();
    return rows;
  }
});

test('refuses where there is no Postil, no database, or none at its storage version', async () => {
  expect(await fails(['worker', '--data', temporaryDirectory('worker')])).toEqual({
    code: 1,
    said: expect.stringContaining('no Postil runs on'),
  });
  expect(await fails(['worker', '--database-url', 'http://127.0.0.1'])).toEqual({
    code: 1,
    said: expect.stringContaining('not the address of a PostgreSQL'),
  });
  const empty = await createEmptyDatabase();
  onTestFinished(() => empty.drop());
  expect(await fails(['worker', '--database-url', empty.superuserUrl])).toEqual({
    code: 3,
    said: expect.stringContaining('the database has storage version 0'),
  });
});

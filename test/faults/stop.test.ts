/** Stopping: in order, whole, and at once when insisted on. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startServer } from '../support/server.ts';
import { familyOf } from './guards.ts';
import { lives, pidsOf, untilGone } from './processes.ts';

/** Resolves once nobody is listening any more. */
async function untilRefused(url: string): Promise<void> {
  await expect.poll(async () => (await fetch(`${url}/live`).catch(() => null)) === null).toBe(true);
}

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} ends PostgREST before PostgreSQL, all of them, and frees the data directory`, async () => {
    const server = await startServer();
    const pids = pidsOf(server.data);
    const family = familyOf(server.pid);
    const database = new pg.Client({ connectionString: server.databaseUrl });
    database.on('error', () => {});
    await database.connect();

    process.kill(pids.postgrest, 'SIGSTOP'); // So that we can look while it is to end.
    const ended = server.kill(signal);
    await untilRefused(server.url);
    expect((await database.query('select 1 as answer')).rows).toEqual([{ answer: 1 }]);
    expect([lives(pids.postgrest), lives(pids.gateway)]).toEqual([true, true]);
    process.kill(pids.postgrest, 'SIGCONT');

    expect(await ended).toEqual({ code: 0, signal: null });
    await untilGone(family);
    expect(existsSync(join(server.data, 'run.json'))).toBe(false);
    expect(server.events().at(-1)).toEqual({ event: 'stopped' });
    const log = readFileSync(join(server.data, 'postgres.log'), 'utf8');
    expect(log.trimEnd().split('\n').at(-1)).toContain('database system is shut down');
  });
}

test('signals that come together are one', async () => {
  const server = await startServer();
  const family = familyOf(server.pid);
  process.kill(server.pid, 'SIGINT');
  expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(server.events().at(-1)).toEqual({ event: 'stopped' });
  await untilGone(family);
});

test('a later signal does not wait, and leaves nothing behind', async () => {
  const server = await startServer();
  const pids = pidsOf(server.data);
  process.kill(pids.postgrest, 'SIGSTOP'); // So that stopping would wait for it.
  const ended = server.kill('SIGTERM');
  await untilRefused(server.url);
  const insist = async () => {
    if (lives(server.pid)) process.kill(server.pid, 'SIGTERM');
    return lives(server.pid);
  };
  await expect.poll(insist, { timeout: 10_000 }).toBe(false);
  expect(await ended).toEqual({ code: 130, signal: null });
  process.kill(pids.postgrest, 'SIGCONT');
  await untilGone(pids);
});

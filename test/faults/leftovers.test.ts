/** What is left when everything that should clean up is gone as well. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postil } from '../cli/run.ts';
import { caller, post } from '../gateway/http.ts';
import { startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { familyOf, guardsOf } from './guards.ts';
import { lives, pidsOf, untilGone } from './processes.ts';

test('a PostgreSQL that nobody guards any more is ended by the next start, and nothing committed is lost', async () => {
  const data = temporaryDirectory('data');
  const first = await startServer({ data });
  const pids = pidsOf(data);
  const guards = [...guardsOf(pids.postgres), ...guardsOf(pids.postgrest)];
  expect(guards.length).toBe(2);
  const made = await caller(first.url, first.ownerKey)('/rest/v1/namespaces', post({ key: 'kept' }));
  expect(made.status).toBe(201);

  for (const guard of guards) process.kill(guard, 'SIGKILL');
  await untilGone(guards);
  await first.kill('SIGKILL');
  expect([lives(pids.gateway), lives(pids.postgres), lives(pids.postgrest)]).toEqual([false, true, true]);
  const status = await postil(['status', '--json', '--data', data]);
  expect([status.code, JSON.parse(status.stderr).code]).toEqual([1, 'NOT_RUNNING']);

  try {
    const second = await startServer({ data });
    expect(lives(pids.postgres)).toBe(false);
    const seen = await caller(second.url, first.ownerKey)('/rest/v1/namespaces?select=key&order=key');
    expect(await seen.json()).toEqual([{ key: 'default' }, { key: 'kept' }]);
    const family = familyOf(second.pid);
    await second.stop();
    await untilGone(family);
  } finally {
    if (lives(pids.postgrest)) process.kill(pids.postgrest, 'SIGKILL'); // It holds nothing but its port.
  }
});

test('what an interrupted first start has left is swept away', async () => {
  const data = temporaryDirectory('data');
  // An initdb that was killed in the middle, a run file and secrets that were not renamed yet.
  mkdirSync(join(data, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(data, 'postgres.new', 'PG_VERSION'), '18\n');
  writeFileSync(join(data, 'run.json'), '{"pid": 4');
  writeFileSync(join(data, 'secrets.json.draft'), '{"jwt');
  const server = await startServer({ data });
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  expect(existsSync(join(data, 'postgres.new'))).toBe(false);
  await server.stop();
});

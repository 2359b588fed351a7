/** A server below that cannot come back at once is tried again until it can. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { postil } from '../cli/run.ts';
import { caller, expectError, runFileOf } from '../gateway/http.ts';
import { startServer } from '../support/server.ts';
import { pidsOf, untilReady } from './processes.ts';

test('PostgREST whose port is taken meanwhile', async () => {
  const server = await startServer();
  const before = pidsOf(server.data);
  const port = Number(new URL(String(runFileOf(server).rest_url)).port);
  const ask = () => caller(server.url, server.ownerKey)('/rest/v1/namespaces?select=key');

  // Somebody takes its port as soon as it is free.
  const thief = createServer((socket) => socket.destroy());
  process.kill(before.postgrest, 'SIGKILL');
  for (;;) {
    thief.listen(port, '127.0.0.1');
    const [error] = await Promise.race([
      once(thief, 'listening').then(() => []),
      once(thief, 'error').catch((e) => [e]),
    ]);
    if (error === undefined) break;
  }
  await expect
    .poll(() => server.output(), { timeout: 30_000 })
    .toMatch(/PostgREST did not start[\s\S]*PostgREST did not start/);
  await untilReady(server.url, 503);
  const answer = await ask();
  expect(answer.headers.get('retry-after')).toBe('1');
  await expectError(answer, 503, 'PN503');
  const status = await postil(['status', '--json', '--data', server.data]);
  expect([status.code, JSON.parse(status.stdout)]).toMatchObject([
    1,
    { ready: false, pids: { postgrest: null, postgres: before.postgres } },
  ]);

  thief.close();
  await untilReady(server.url, 200);
  expect((await ask()).status).toBe(200);
  expect(pidsOf(server.data)).toMatchObject({ gateway: before.gateway, postgres: before.postgres });
  expect(await server.stop()).toEqual({ code: 0, signal: null });
});

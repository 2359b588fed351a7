/** A server below that cannot come back at once is tried again until it can. */
import { createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { postil } from '../cli/run.ts';
import { caller, expectError, runFileOf } from '../gateway/http.ts';
import { startServer } from '../support/server.ts';
import { pidsOf, untilReady } from './processes.ts';

/** A server that closes every connection, or undefined while the port is taken. */
function listenOn(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

test('PostgREST whose port is taken meanwhile', async () => {
  const server = await startServer();
  const before = pidsOf(server.data);
  const port = Number(new URL(String(runFileOf(server).rest_url)).port);
  const ask = () => caller(server.url, server.ownerKey)('/rest/v1/namespaces?select=key');

  // Somebody takes its port as soon as it is free.
  process.kill(before.postgrest, 'SIGKILL');
  let thief: Server | undefined;
  while (!thief) thief = await listenOn(port);
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

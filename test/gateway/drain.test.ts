/** A gateway that is told to stop answers what it was asked before, and nothing new. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { superuserUrl } from './http.ts';
import { head, open, parse } from './raw.ts';

let server: Server;
/** Two, because a transaction sees the activity of its beginning. */
let observer: pg.Client;
let locker: pg.Client;
beforeEach(async () => {
  server = await startServer();
  [observer, locker] = [await connect(), await connect()];
});
afterEach(() => Promise.all([observer.end(), locker.end()]));

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl(server) });
  client.on('error', () => {}); // PostgreSQL ends first.
  await client.connect();
  return client;
}

/** Makes reading datasets wait until the returned function is called. */
async function hold(): Promise<() => Promise<unknown>> {
  await locker.query('begin; lock table postil.datasets in access exclusive mode');
  return () => locker.query('commit');
}

/** Resolves once as many requests wait in the database. */
async function untilWaiting(count: number): Promise<void> {
  const waiting = async () => {
    const { rows } = await observer.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and usename = 'authenticator'`,
    );
    return rows.length;
  };
  await expect.poll(waiting, { timeout: 10_000 }).toBe(count);
}

function collect(socket: Socket): () => string {
  let received = '';
  socket.on('data', (chunk: string) => {
    received += chunk;
  });
  return () => received;
}

const isRefused = () =>
  fetch(`${server.url}/live`).then(
    () => false,
    () => true,
  );

const slow = () => head('GET /rest/v1/datasets?select=name', { apikey: server.ownerKey });

test('what was asked is answered, what is new is refused, and then all connections are closed', async () => {
  const release = await hold();
  const [asking, idle] = [open(server.url), open(server.url)];
  const [answer, idleAnswer] = [collect(asking), collect(idle)];
  asking.write(slow());
  idle.write(head('GET /live'));
  await untilWaiting(1);
  await expect.poll(idleAnswer).toContain('{"status":"live"}');

  const ended = server.stop();
  await once(idle, 'close');
  await expect(fetch(`${server.url}/live`)).rejects.toThrow();
  // A connection that has been open all the time.
  asking.write(head('GET /ready') + head('GET /rest/v1/namespaces', { apikey: server.ownerKey }));
  await release();

  await once(asking, 'close');
  const [first = '', ...rest] = answer().split(/(?=HTTP\/1\.1 )/);
  expect(parse(first)).toMatchObject({ status: 200, body: '[]' });
  for (const refused of rest) {
    expect(parse(refused)).toMatchObject({ status: 503, headers: { connection: 'close' } });
    expect(JSON.parse(parse(refused).body)).toEqual({
      code: 'PN503',
      message: 'Postil is stopping',
      details: null,
      hint: expect.any(String),
    });
  }
  expect(rest.length).toBeGreaterThan(0);
  expect(await ended).toEqual({ code: 0, signal: null });
});

test('connections that their clients keep open do not keep the gateway', async () => {
  const release = await hold();
  const [socket, unused] = [open(server.url), open(server.url)];
  await once(unused, 'connect');
  const closed = once(unused, 'close');
  const answer = collect(socket);
  socket.write(slow());
  await untilWaiting(1);
  const ended = server.stop();
  // Nothing but a refusal tells that the signal has arrived.
  await expect.poll(isRefused).toBe(true);
  await release();
  expect(await ended).toEqual({ code: 0, signal: null });
  expect(parse(answer())).toMatchObject({ status: 200, body: '[]' });
  await closed;
});

/** A request whose transaction lost to another one is sent again, and nobody notices. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { caller, expectError, post, superuserUrl } from './http.ts';
import { startGateway } from './stub.ts';

describe('a deadlock', () => {
  let server: Server;
  let rival: pg.Client;
  let observer: pg.Client;
  beforeAll(async () => {
    server = await startServer();
    rival = new pg.Client({ connectionString: superuserUrl(server) });
    observer = new pg.Client({ connectionString: superuserUrl(server) });
    await Promise.all([rival.connect(), observer.connect()]);
  });
  afterAll(() => Promise.all([rival.end(), observer.end()]));

  test('that a request loses is not seen by its client', async () => {
    const owner = caller(server.url, server.ownerKey);
    for (const key of ['a', 'b'])
      expect((await owner('/rest/v1/namespaces', post({ key }))).status).toBe(201);
    // The request locks a and waits for b; the rival, more patient, then waits for a.
    await rival.query(`set deadlock_timeout = '1 min'`);
    await rival.query(`begin; update postil.namespaces set name = 'rival' where key = 'b'`);
    const asked = owner('/rest/v1/namespaces?key=in.(a,b)', {
      method: 'PATCH',
      body: JSON.stringify({ name: 'asked' }),
    });
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    await rival.query(`update postil.namespaces set name = 'rival' where key = 'a'; commit`);
    expect((await asked).status).toBe(204);
    const { rows } = await observer.query(`select name from postil.namespaces where key in ('a', 'b')`);
    expect(rows).toEqual([{ name: 'asked' }, { name: 'asked' }]);
    await expect.poll(deadlocks, { timeout: 10_000 }).toBe(1);
  });

  async function deadlocks(): Promise<number> {
    const { rows } = await observer.query(
      'select deadlocks::integer from pg_stat_database where datname = current_database()',
    );
    return rows[0].deadlocks;
  }

  async function waiting(): Promise<number> {
    const { rows } = await observer.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and usename = 'authenticator'`,
    );
    return rows.length;
  }
});

describe('a request', () => {
  const lost = (code: string) => JSON.stringify({ code, message: 'lost', details: null, hint: null });

  /** Loses so many times. */
  async function losing(times: number, code: string) {
    let left = times;
    return startGateway((_request, response) => {
      const body = left > 0 ? lost(code) : '[]';
      response
        .writeHead(left > 0 ? 500 : 200, { 'content-type': 'application/json; charset=utf-8' })
        .end(body);
      left -= 1;
    });
  }

  test.for(['40P01', '40001'])('that loses three times (%s) is sent four times', async (code) => {
    const { url, seen } = await losing(3, code);
    const answer = await fetch(`${url}/rest/v1/records`, post([{ id: 1 }]));
    expect([answer.status, await answer.text()]).toEqual([200, '[]']);
    expect(seen.map(({ body }) => body)).toEqual(Array(4).fill('[{"id":1}]'));
  });

  test('that loses every time is told so', async () => {
    const { url, seen } = await losing(10, '40P01');
    await expectError(await fetch(`${url}/rest/v1/records`, post([])), 503, '40P01');
    expect(seen.length).toBe(4);
  });

  test('whose body is passed on without being held is sent once', async () => {
    const { url, seen } = await losing(1, '40P01');
    const rows = ['x'.repeat(2 * 1024 * 1024)];
    await expectError(await fetch(`${url}/rest/v1/records`, post(rows)), 503, '40P01');
    expect(seen.length).toBe(1);
  });

  test('that fails otherwise is sent once', async () => {
    const { url, seen } = await losing(10, '23505');
    await expectError(await fetch(`${url}/rest/v1/records`, post([])), 500, '23505');
    expect(seen.length).toBe(1);
  });
});

/** One line for each request, findable by its id, without anything that is secret. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { caller, post, secretsOf, superuserUrl, token } from './http.ts';

type Line = { level: number; reqId?: string; method?: string; path?: string; status?: number; ms?: number };

let server: Server;
beforeAll(async () => {
  server = await startServer({ env: { POSTIL_LOG_LEVEL: 'trace' } });
});

const text = () => readFileSync(join(server.data, 'gateway.log'), 'utf8');
const lines = (id: string) =>
  text()
    .split('\n')
    .filter((line) => line.includes(`"${id}"`))
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => line.status !== undefined);
/** It leaves the process a moment after the answer. */
const logged = async (id: string | null) => {
  await expect.poll(() => lines(id ?? '?').length).toBe(1);
  return lines(id ?? '?')[0];
};

/** Has a session ended while it runs a statement, which PostgreSQL notes. */
async function endInTheMiddle(statement: string): Promise<void> {
  const database = new pg.Client({ connectionString: server.databaseUrl });
  database.on('error', () => {});
  await database.connect();
  const ended = database.query(statement).catch((error: { code: string }) => error.code);
  const other = new pg.Client({ connectionString: server.databaseUrl });
  await other.connect();
  const end = 'select pg_terminate_backend(pid) from pg_stat_activity where query = $1';
  await expect.poll(async () => (await other.query(end, [statement])).rowCount).toBe(1);
  expect(await ended).toBe('57P01');
  await other.end();
  const log = () => readFileSync(join(server.data, 'postgres.log'), 'utf8');
  await expect.poll(log).toContain('terminating connection due to administrator command');
}

describe('the id of a request', () => {
  test('is made when it has none, another one each time', async () => {
    const ids = await Promise.all(
      ['/live', '/live', '/nothing', '/rest/v1/users'].map(
        async (path) => (await fetch(server.url + path)).headers.get('x-request-id') ?? '',
      ),
    );
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is the one that it came with', async () => {
    for (const id of ['a', 'trace-1:2.3/x+y=z@w', 'x'.repeat(128)]) {
      for (const path of ['/live', '/nothing', '/rest/v1/users', '/rest/v1/%zz']) {
        const answer = await fetch(server.url + path, { headers: { 'x-request-id': id } });
        expect(answer.headers.get('x-request-id')).toBe(id);
      }
    }
  });

  test.for(['x'.repeat(129), 'a b', '<script>', '{"a":1}', 'ü', ''])(
    'is not just anything: %s',
    async (id) => {
      const answer = await fetch(`${server.url}/live`, { headers: { 'x-request-id': id } });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('the log', () => {
  test('has method, path, status and duration of each', async () => {
    const owner = caller(server.url, server.ownerKey);
    const asked: [string, RequestInit, number][] = [
      ['/rest/v1/users', {}, 200],
      ['/rest/v1/users', { method: 'HEAD' }, 200],
      ['/rest/v1/namespaces', post({ key: 'logged' }), 201],
      ['/rest/v1/nothing', {}, 404],
      ['/nothing', {}, 404],
      ['/v1/namespaces/a/datasets/b/export', {}, 404],
      ['/rest/v1/namespaces?key=eq.logged', { method: 'PATCH', body: '{"key": "other"}' }, 409],
    ];
    for (const [path, init, status] of asked) {
      const answer = await owner(path, init);
      expect(answer.status).toBe(status);
      const line = await logged(answer.headers.get('x-request-id'));
      expect(line).toMatchObject({ method: init.method ?? 'GET', path: path.split('?')[0], status });
      expect(line?.ms).toBeGreaterThanOrEqual(0);
    }
  });

  test('holds no key, no token, no query, no body and no password; nor does any other log', async () => {
    const secrets = secretsOf(server);
    const signed = await token({ role: 'service_role' }, secrets.jwt_secret);
    const forged = await token({ role: 'service_role' }, 'another secret of some length, forged');
    const wrong = 'postil_wrong_key_nobody_has';
    const keys = [server.ownerKey, signed, forged, wrong];
    for (const key of keys) {
      const asKey = caller(server.url, key);
      await asKey('/rest/v1/users?name=eq.QUERYSECRET');
      await asKey(`/nothing?apikey=${key}`);
      await asKey('/rest/v1/users', post({ name: 'BODYSECRET' }));
      await asKey('/rest/v1/users', { method: 'POST', body: '{"name": "BODYSECRET' });
      await asKey('/v1/namespaces/QUERYSECRET/datasets/b/export?format=QUERYSECRET');
      await asKey('/rest/v1/%zz?QUERYSECRET');
      // Errors of PostgreSQL that tell the value: a key that is taken, a rule, a type, a text that is no JSON.
      await asKey('/rest/v1/users', post({ name: 'BODYSECRET' }));
      await asKey('/rest/v1/namespaces', post({ key: 'BODYSECRET: no key' }));
      await asKey('/rest/v1/users?id=eq.QUERYSECRET');
      await asKey('/rest/v1/records', post({ namespace: 'default', dataset: 'BODYSECRET', fields: {} }));
      await fetch(`${server.url}/rest/v1/rpc/me`, { headers: { apikey: key, cookie: 'HEADERSECRET' } });
    }
    await endInTheMiddle("select pg_sleep(600), 'BODYSECRET'");
    // An error inside, whose log line has all that is known of it.
    const database = new pg.Client({ connectionString: server.databaseUrl });
    await database.connect();
    await database.query('alter function postil_private.find_api_key(bytea) rename to hidden');
    const failed = await caller(server.url, 'postil_key_never_seen')('/rest/v1/users?name=eq.QUERYSECRET');
    expect(failed.status).toBe(503);
    await database.query('alter function postil_private.hidden(bytea) rename to find_api_key');
    await database.end();
    await logged(failed.headers.get('x-request-id'));
    expect(text()).toContain('find_api_key');

    const last = await caller(server.url, server.ownerKey)('/rest/v1/users?name=eq.BODYSECRET&select=name');
    expect(await last.json()).toEqual([{ name: 'BODYSECRET' }]);
    await logged(last.headers.get('x-request-id'));
    const logs = readdirSync(server.data).filter((name) => name.endsWith('.log'));
    expect(logs).toEqual(expect.arrayContaining(['gateway.log', 'postgres.log', 'postgrest.log']));
    const all = logs.map((name) => readFileSync(join(server.data, name), 'utf8')).join('\n');
    for (const secret of [...keys, ...Object.values(secrets), 'postil_key_never_seen', 'HEADERSECRET']) {
      expect(all).not.toContain(secret);
    }
    expect(all).not.toMatch(/=QUERYSECRET|eq\.QUERYSECRET/);
    expect(all).not.toContain('BODYSECRET');
  });

  test("has PostgreSQL's errors in its own work, which is that of the superuser", async () => {
    const database = new pg.Client({ connectionString: superuserUrl(server) });
    await database.connect();
    await expect(database.query('select 1/0')).rejects.toThrow('division by zero');
    await database.end();
    const log = () => readFileSync(join(server.data, 'postgres.log'), 'utf8');
    await expect.poll(log).toMatch(/ERROR:\s+division by zero\n(?!.*STATEMENT)/);
  });
});

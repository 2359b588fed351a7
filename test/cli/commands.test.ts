/** What the commands do to a running Postil, and what they print. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { caller, runFileOf, superuserUrl } from '../gateway/http.ts';
import { type Server, startServer } from '../support/server.ts';
import { json, ok, postil } from './run.ts';
import { runHere } from './run-here.ts';

const example = fileURLToPath(new URL('../../docs/examples/mail.json', import.meta.url));
let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Runs a command on the server's data directory. */
const here = (...args: string[]) => runHere([...args, '--data', server.data]);

/** Runs one that is to succeed, with --json, and returns what it printed. */
async function value<Value = Record<string, unknown>>(...args: string[]): Promise<Value> {
  const { code, stdout, stderr } = await here(...args, '--json');
  expect(`${code} ${stderr}`).toMatch(/^0 (→ .*\n)?$/);
  return JSON.parse(stdout) as Value;
}

async function refusal(...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await here(...args, '--json');
  expect([code, stdout]).toEqual([1, '']);
  const body = JSON.parse(stderr.slice(stderr.indexOf('{'))) as Record<string, unknown>;
  expect(Object.keys(body).sort()).toEqual(['code', 'details', 'hint', 'message']);
  return body;
}

describe('namespace and dataset', () => {
  test('are created and listed', async () => {
    expect(await value('namespace', 'create', 'team', '--name', 'The team', '--description', 'ü')).toEqual({
      key: 'team',
      name: 'The team',
      description: 'ü',
    });
    expect(await value('dataset', 'create', example, '--namespace', 'team')).toEqual({
      namespace: 'team',
      key: 'mail',
      min_submitted: 2,
    });
    expect(await value('namespace', 'list')).toEqual([
      expect.objectContaining({ key: 'default', protected: true }),
      { key: 'team', name: 'The team', description: 'ü', protected: false },
    ]);
    expect(await value('dataset', 'list')).toEqual([
      { namespace: 'team', key: 'mail', name: 'Mail', min_submitted: 2 },
    ]);
    const { stdout } = await here('dataset', 'list');
    expect(stdout).toBe('namespace  key   name  min_submitted\nteam       mail  Mail  2\n');
  });

  test('a definition may come from standard input, into the namespace default', async () => {
    const made = await json(['dataset', 'create', '-', '--data', server.data], {
      input: '{"key": "piped", "status": "draft"}',
    });
    expect(made).toEqual({ namespace: 'default', key: 'piped', min_submitted: 1 });
  });

  test('say what is wrong', async () => {
    expect(await refusal('namespace', 'create', 'team')).toMatchObject({ code: '23505' });
    expect(await refusal('namespace', 'create', 'no spaces')).toMatchObject({ code: '23514' });
    expect(await refusal('dataset', 'create', '/nowhere.json')).toMatchObject({ code: 'FILE_UNREADABLE' });
    const file = join(server.data, 'bad.json');
    writeFileSync(file, '{"key": ');
    expect(await refusal('dataset', 'create', file)).toMatchObject({ code: 'NOT_JSON' });
    writeFileSync(file, '{"key": "x", "colour": "red"}');
    expect(await refusal('dataset', 'create', file)).toMatchObject({ code: 'PN422' });
  });

  test('say which rule was broken', async () => {
    for (const [args, hint] of [
      [['user', 'create', ' '], 'The rule: user name has 1 to 200 characters and no outer spaces.'],
      [['user', 'create', 'x'.repeat(100_000)], 'The rule: user name has 1 to 200 characters and no outer'],
      [['user', 'create', 'owner'], 'The rule: users have distinct names.'],
      [['namespace', 'create', '-'], 'The rule: key is 1 to 63 url safe characters.'],
      [['member', 'add', 'owner', '--namespace', 'none', '--role', 'viewer'], 'belongs to a namespace.'],
    ] as const) {
      expect(await refusal(...args)).toMatchObject({ hint: expect.stringContaining(hint) });
    }
  });

  test.for([
    '[]',
    '{}',
    '{"key": ""}',
    '{"key": "x", "fields": "text"}',
    '{"key": "x", "fields": ["text"]}',
    '{"key": "x", "fields": [{}]}',
    '{"key": "x", "fields": [{"name": "a", "type": "paint"}]}',
    '{"key": "x", "colour": "red"}',
    '{"key": ',
    '',
    '\xff',
  ])('point to a definition that works, not to %s', async (text) => {
    const file = join(server.data, 'definition.json');
    writeFileSync(file, text, 'latin1');
    const { code, hint } = await refusal('dataset', 'create', file);
    expect(code).toMatch(/^(NOT_JSON|PN422|2\w{4})$/);
    expect(hint).toContain('docs/examples/mail.json');
  });

  test('a definition may begin with a byte order mark', async () => {
    const file = join(server.data, 'marked.json');
    writeFileSync(file, '\uFEFF{"key": "marked", "status": "draft"}');
    expect(await value('dataset', 'create', file)).toMatchObject({ key: 'marked' });
  });

  test('every write says first where it goes', async () => {
    const { stderr } = await here('namespace', 'create', 'announced');
    expect(stderr).toBe(`→ ${server.url} (${server.data})\n`);
  });
});

describe('user, member and key', () => {
  test('are created, listed and revoked', async () => {
    const ann = await value('user', 'create', 'ann');
    expect(ann).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'ann', owner: false });
    const boss = await value('user', 'create', 'boss', '--owner');
    expect(boss).toMatchObject({ name: 'boss', owner: true });
    const users = await value<{ name: string }[]>('user', 'list');
    expect(users.map(({ name }) => name)).toEqual(['ann', 'boss', 'owner']);

    await value('namespace', 'create', 'work');
    for (const [who, role] of [
      ['ann', 'viewer'],
      ['ann', 'annotator'],
      [String(boss['id']), 'admin'],
    ] as const) {
      expect(await value('member', 'add', who, '--namespace', 'work', '--role', role)).toMatchObject({
        role,
      });
    }
    const members = await caller(
      server.url,
      server.ownerKey,
    )('/rest/v1/members?namespace=eq.work&select=role&order=role');
    expect(await members.json()).toEqual([{ role: 'annotator' }, { role: 'admin' }]);

    const key = await value('key', 'create', '--user', 'ann', '--name', 'laptop', '--expires', '90d');
    expect(key).toMatchObject({ prefix: String(key['api_key']).slice(0, 13) });
    const asAnn = caller(server.url, String(key['api_key']));
    expect(await (await asAnn('/rest/v1/rpc/me')).json()).toMatchObject([
      { name: 'ann', members: { work: 'annotator' } },
    ]);

    const listed = await value<Record<string, unknown>[]>('key', 'list');
    const ours = listed.find(({ id }) => id === key['id']);
    expect(ours).toMatchObject({ name: 'laptop', user_id: ann['id'], revoked_at: null });
    const days = (Date.parse(String(ours?.['expires_at'])) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(89);
    expect(days).toBeLessThan(91);
    expect(JSON.stringify(listed)).not.toContain(String(key['api_key']));

    const revoked = await value('key', 'revoke', String(key['id']));
    expect(revoked).toEqual({ id: key['id'], revoked_at: expect.any(String) });
    await expect.poll(async () => (await asAnn('/rest/v1/rpc/me')).status, { timeout: 5_000 }).toBe(401);
  });

  test('a key is shown once, with a warning', async () => {
    const { stdout, stderr } = await here('key', 'create', '--user', 'owner');
    expect(stdout).toMatch(/^api_key {2,}postil_\S{40,}$/m);
    expect(stderr).toContain('cannot be shown again');
  });

  test('say what is wrong', async () => {
    expect(await refusal('user', 'create', 'owner')).toMatchObject({ code: '23505' });
    expect(await refusal('user', 'create', ' ')).toMatchObject({ code: '23514' });
    const nobody = await refusal('member', 'add', 'nobody', '--namespace', 'default', '--role', 'viewer');
    expect(nobody).toMatchObject({ code: 'PN404', hint: expect.stringContaining('postil user list') });
    expect(await refusal('member', 'add', 'owner', '--namespace', 'none', '--role', 'viewer')).toMatchObject({
      code: '23503',
    });
    // Of service_role, who is no user.
    expect(await refusal('key', 'create')).toMatchObject({
      code: 'BAD_ARGUMENT',
      message: '--user is missing',
      hint: expect.stringContaining('postil user list'),
    });
    expect(await refusal('key', 'create', '--user', 'owner', '--expires', 'soon')).toMatchObject({
      code: 'BAD_ARGUMENT',
    });
    expect(await refusal('key', 'create', '--user', 'owner', '--expires', '2001-01-01')).toMatchObject({
      code: 'PN422',
    });
    expect(await refusal('key', 'revoke', '00000000-0000-0000-0000-000000000000')).toMatchObject({
      code: 'PN404',
    });
    expect(await refusal('key', 'revoke', 'x')).toMatchObject({ code: 'BAD_ARGUMENT' });
  });
});

describe('from anywhere', () => {
  test('POSTIL_URL and POSTIL_API_KEY say where and as whom', async () => {
    const env = { POSTIL_URL: `${server.url}/`, POSTIL_API_KEY: server.ownerKey };
    const made = await json<{ api_key: string }>(['key', 'create', '--name', 'my own'], { env, cwd: '/' });
    const own = { ...env, POSTIL_API_KEY: made.api_key };
    expect(await ok(['namespace', 'list'], { env: own, cwd: '/' })).toContain('default');
    const wrong = await postil(['namespace', 'list'], { env: { ...env, POSTIL_API_KEY: 'wrong-key' } });
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain('the API key is not valid');
    expect(wrong.stderr).not.toContain('wrong-key');
  });

  test('a key counts on this machine as well', async () => {
    const ann = await value('user', 'create', 'plain');
    const key = await value('key', 'create', '--user', String(ann['id']));
    vi.stubEnv('POSTIL_API_KEY', String(key['api_key']));
    expect(await refusal('namespace', 'create', 'forbidden')).toMatchObject({ code: '42501' });
    expect(await value('namespace', 'list')).toEqual([]);
    expect((await here('namespace', 'list')).stderr).toBe('None.\n');
  });
});

test('status says where everything is', async () => {
  const status = await value('status');
  expect(status).toEqual({
    ready: true,
    gateway_url: server.url,
    rest_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    database_url: server.databaseUrl,
    storage_version: expect.any(Number),
    data_dir: server.data,
    pids: { gateway: server.pid, postgres: expect.any(Number), postgrest: expect.any(Number) },
  });
  const { stdout } = await here('status');
  expect(stdout).toMatch(/^ready +true\ngateway_url +http/);
  const owner = new pg.Client({ connectionString: String(status['database_url']) });
  await owner.connect();
  const { rows } = await owner.query(`
    select rolname, rolsuper, rolcreaterole, rolbypassrls,
      has_schema_privilege('postil', 'create') as owns
    from pg_roles where rolname = current_user`);
  await owner.end();
  expect(rows).toEqual([
    { rolname: 'postil_owner', rolsuper: false, rolcreaterole: false, rolbypassrls: false, owns: true },
  ]);
});

test('status of one elsewhere', async () => {
  vi.stubEnv('POSTIL_URL', server.url);
  vi.stubEnv('POSTIL_API_KEY', server.ownerKey);
  const { code, stdout } = await runHere(['status', '--json']);
  expect([code, JSON.parse(stdout)]).toEqual([0, { ready: true, gateway_url: server.url }]);
});

test('what other commands sign in with can be read by nobody else', () => {
  expect(runFileOf(server).jwt_secret).toBeTypeOf('string');
  for (const name of ['run.json', 'secrets.json', 'gateway.log', 'postgres.log', 'postgrest.log']) {
    const { mode } = statSync(join(server.data, name));
    expect(`${name} ${(mode & 0o777).toString(8)}`).toBe(`${name} 600`);
  }
  expect(readFileSync(join(server.data, 'gateway.log'), 'utf8')).not.toContain(server.ownerKey);
});

describe('verify', () => {
  type Check = { promise: string; check: string; checked: number; wrong: number; example: string | null };

  test('finds nothing wrong, as a table and as JSON', async () => {
    const checks = await value<Check[]>('verify');
    expect(checks.length).toBeGreaterThan(5);
    for (const check of checks) expect(check).toMatchObject({ wrong: 0, example: null });
    const { code, stdout, stderr } = await here('verify');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^promise +check +checked +wrong\n/);
    expect(stderr).toContain('No differences.');
  });

  test('exits with 10 on any difference, and shows one', async () => {
    const database = new pg.Client({ connectionString: superuserUrl(server) });
    await database.connect();
    await database.query(`
      insert into postil.datasets (namespace, key) values ('default', 'broken');
      insert into postil.records (namespace, dataset, fields) values ('default', 'broken', '{}');
      set session_replication_role = replica;
      update postil.records set submitted_count = 1, completed_at = now();
      set session_replication_role = origin`);
    await database.end();
    const { code, stdout } = await here('verify', '--json');
    expect(code).toBe(10);
    const wrong = (JSON.parse(stdout) as Check[]).filter((check) => check.wrong > 0);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong[0]).toMatchObject({ wrong: 1, example: expect.stringMatching(/^default\//) });
    const table = await here('verify');
    expect(table.code).toBe(10);
    expect(table.stdout).toMatch(/wrong +example\n/);
    expect(table.stderr).toMatch(/checks found differences/);
  });

  test('--repair mends them, and shows each', async () => {
    const { code, stdout } = await here('verify', '--repair', '--json');
    expect(code).toBe(0);
    const { repairs, checks } = JSON.parse(stdout) as { repairs: unknown[]; checks: Check[] };
    expect(repairs[0]).toMatchObject({
      kind: 'recounted',
      was: { submitted_count: 1, status: 'completed' },
      became: { submitted_count: 0, status: 'pending' },
    });
    expect(checks.filter((check) => check.wrong > 0)).toEqual([]);
    const again = await here('verify', '--repair');
    expect(again.code).toBe(0);
    expect(again.stderr).toContain('0 rows were repaired.');
  });

  test('is for owners', async () => {
    const key = await value(
      'key',
      'create',
      '--user',
      String((await value('user', 'create', 'curious'))['id']),
    );
    vi.stubEnv('POSTIL_API_KEY', String(key['api_key']));
    expect(await refusal('verify')).toMatchObject({ code: 'PN403' });
  });
});

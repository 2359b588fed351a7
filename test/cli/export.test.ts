/** postil export: where it goes, who gets what, and what is left when it ends early. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { caller, post, superuserUrl } from '../gateway/http.ts';
import type { Server } from '../support/server.ts';
import { cleanEnvironment, ok, postil, program } from './run.ts';
import { runHere } from './run-here.ts';
import { linesOf, type Place, startTransfer } from './transfer.ts';

let server: Server;
let here: Place;
let from: string[];
beforeAll(async () => {
  const transfer = await startTransfer();
  server = transfer.server;
  here = await transfer.place();
  from = ['--namespace', here.namespace, '--dataset', here.dataset];
  const owner = caller(server.url, server.ownerKey);
  for (const name of ['ann', 'bob']) await owner('/rest/v1/users', post({ name }));
  const responses = ['ann', 'bob'].map((user) => ({
    user,
    status: 'submitted',
    values: { label: { value: user } },
  }));
  await here.import('x.jsonl', `${JSON.stringify({ external_id: '1', fields: { text: 'a' }, responses })}\n`);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const onServer = () => [...from, '--data', server.data];

test('goes to standard output, and says nothing else there', async () => {
  const ran = await postil(['export', ...onServer()]);
  expect([ran.code, ran.stderr]).toEqual([0, '']);
  expect(linesOf<{ external_id: string }>(ran.stdout)).toMatchObject([
    { external_id: '1', fields: { text: 'a' } },
  ]);
});

test.for([
  ['out.jsonl', undefined, 'jsonl'],
  ['out', undefined, 'jsonl'],
  ['out.CSV', undefined, 'csv'],
  ['out.csv', 'jsonl', 'jsonl'],
  ['out.txt', 'csv', 'csv'],
] as const)('to a file %s with --format %s is %s', async ([name, format, expected]) => {
  const file = join(server.data, name);
  const { code, stdout } = await runHere([
    'export',
    ...onServer(),
    '-o',
    file,
    ...(format ? ['--format', format] : []),
  ]);
  expect([code, stdout]).toEqual([0, '']);
  expect(readFileSync(file, 'utf8')).toMatch(
    expected === 'csv' ? /^id,external_id,.*\n.*\n$/ : /^\{"id" : .*\}\n$/,
  );
});

test('of an empty dataset is empty, or a header', async () => {
  const owner = caller(server.url, server.ownerKey);
  const definition = { key: 'empty', status: 'draft', fields: [{ name: 'text' }] };
  await owner('/rest/v1/rpc/create_dataset', post({ namespace: here.namespace, definition }));
  const empty = ['export', '--namespace', here.namespace, '--dataset', 'empty', '--data', server.data];
  expect((await runHere(empty)).code).toBe(0);
  expect(await ok([...empty, '--format', 'csv'])).toMatch(/^id,external_id,[^\n]*\n$/);
});

describe('has what its caller may see', () => {
  async function keyOf(name: string, role: string): Promise<string> {
    await runHere([
      'member',
      'add',
      name,
      '--namespace',
      here.namespace,
      '--role',
      role,
      '--data',
      server.data,
    ]);
    const { stdout } = await runHere(['key', 'create', '--user', name, '--json', '--data', server.data]);
    return (JSON.parse(stdout) as { api_key: string }).api_key;
  }
  const users = (text: string) =>
    linesOf<{ responses: { user: string }[] }>(text).flatMap(({ responses }) =>
      responses.map(({ user }) => user),
    );

  test.for([
    ['annotator', ['ann']],
    ['reviewer', ['ann', 'bob']],
  ] as const)('as %s the responses of %o', async ([role, expected]) => {
    const env = { POSTIL_URL: server.url, POSTIL_API_KEY: await keyOf('ann', role) };
    expect(users(await ok(['export', ...from], { env }))).toEqual(expected);
  });

  test('as a stranger nothing, as if it were not there', async () => {
    await runHere(['user', 'create', 'carl', '--data', server.data]);
    const { stdout } = await runHere(['key', 'create', '--user', 'carl', '--json', '--data', server.data]);
    vi.stubEnv('POSTIL_URL', server.url);
    vi.stubEnv('POSTIL_API_KEY', (JSON.parse(stdout) as { api_key: string }).api_key);
    const ours = await runHere(['export', ...from]);
    const none = await runHere(['export', '--namespace', 'none', '--dataset', here.dataset]);
    expect([ours.code, none.code]).toEqual([1, 1]);
    expect(ours.stderr.replaceAll(here.namespace, 'none')).toBe(none.stderr);
  });
});

describe('ended early', () => {
  const rows = 30_000;
  const large = () => ['--namespace', 'default', '--dataset', 'large', '--data', server.data];
  beforeAll(async () => {
    const database = new pg.Client({ connectionString: superuserUrl(server) });
    await database.connect();
    await database.query(`
      insert into postil.datasets (namespace, key) values ('default', 'large');
      insert into postil.fields (namespace, dataset, name) values ('default', 'large', 'text');
      insert into postil.records (namespace, dataset, fields)
      select 'default', 'large', jsonb_build_object('text', repeat('x', 1000)) from generate_series(1, ${rows})`);
    await database.end();
  });

  test('by its reader is no error', async () => {
    const child = spawn(process.execPath, [program, 'export', ...large()], {
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = await once(child, 'exit');
    expect([code, said]).toEqual([0, '']);
  });

  test('by the server is an error, and leaves no file', async () => {
    const database = new pg.Client({ connectionString: superuserUrl(server) });
    await database.connect();
    const out = join(server.data, 'cut.jsonl');
    const child = spawn(process.execPath, [program, 'export', ...large(), '-o', out], {
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    await expect.poll(() => existsSync(`${out}.part`), { timeout: 20_000, interval: 2 }).toBe(true);
    await database.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'postil gateway' and query like '%export_records%'`);
    const [code] = await once(child, 'exit');
    await database.end();
    expect(code).toBe(1);
    expect(said).toContain('the export ended early and is not whole');
    expect(readdirSync(server.data).filter((name) => name.startsWith('cut'))).toEqual([]);
    // The gateway outlives its sessions.
    expect((await fetch(`${server.url}/live`)).status).toBe(200);
  });

  test('by a disk that cannot be written to says so', async () => {
    const { code, stderr } = await runHere(['export', ...onServer(), '-o', '/nowhere/out.jsonl']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('/nowhere/out.jsonl')]);
  });
});

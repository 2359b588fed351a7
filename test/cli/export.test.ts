/** postil export: where it goes, who gets what, and what is left when it ends early. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
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
    const written = () => statSync(`${out}.part`, { throwIfNoEntry: false })?.size ?? 0;
    await expect.poll(written, { timeout: 20_000, interval: 2 }).toBeGreaterThan(0);
    child.kill('SIGSTOP'); // Otherwise it may be done before its session is gone.
    const { rowCount } = await database.query(`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'postil export' and query like '%export_records%'`);
    child.kill('SIGCONT');
    expect(rowCount).toBe(1);
    const [code] = await once(child, 'exit');
    await database.end();
    expect(code).toBe(1);
    expect(said).toContain('the export ended early and is not whole');
    expect(readdirSync(server.data).filter((name) => name.startsWith('cut'))).toEqual([]);
    // The gateway outlives its sessions.
    expect((await fetch(`${server.url}/live`)).status).toBe(200);
  });

  test.for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s leaves what was there', async ([signal, expected]) => {
    const out = join(server.data, `${signal}.jsonl`);
    writeFileSync(out, 'before');
    const child = spawn(process.execPath, [program, 'export', ...large(), '-o', out], {
      env: cleanEnvironment(),
      stdio: 'ignore',
    });
    await expect.poll(() => existsSync(`${out}.part`), { timeout: 20_000, interval: 2 }).toBe(true);
    child.kill(signal);
    const [code] = await once(child, 'exit');
    expect(code).toBe(expected);
    expect(readdirSync(server.data).filter((name) => name.startsWith(signal))).toEqual([`${signal}.jsonl`]);
    expect(readFileSync(out, 'utf8')).toBe('before');
  });

  test.for<[string, () => string, RegExp]>([
    ['a folder that is not there', () => '/nowhere/out.jsonl', /nowhere.*: there is no such/],
    ['a folder', () => server.data, /: it is a directory$/],
    ['a full disk', () => linkTo('/dev/full'), /: the disk is full$/],
  ])('by %s says so', async ([, output, words]) => {
    const { code, stderr } = await runHere(['export', ...onServer(), '-o', output(), '--json']);
    expect([code, JSON.parse(stderr)]).toMatchObject([
      1,
      { code: 'FILE_UNWRITABLE', message: expect.stringMatching(words), hint: expect.any(String) },
    ]);
    expect(readdirSync(server.data).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

/** A link, because a device that is replaced by mistake would be missed by everybody. */
function linkTo(path: string): string {
  const link = join(server.data, `link-to-${basename(path)}`);
  symlinkSync(path, link);
  return link;
}

describe('to what is there already', () => {
  test('a file is replaced, also behind a link, and the link stays', async () => {
    const [file, link] = [join(server.data, 'kept.jsonl'), join(server.data, 'link.jsonl')];
    writeFileSync(file, 'before');
    symlinkSync(file, link);
    expect((await runHere(['export', ...onServer(), '-o', link])).code).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(linesOf(readFileSync(file, 'utf8')).length).toBe(1);
  });

  test('a device is written to', async () => {
    const link = linkTo('/dev/null');
    expect((await runHere(['export', ...onServer(), '-o', link])).code).toBe(0);
    expect([lstatSync(link).isSymbolicLink(), statSync(link).isCharacterDevice()]).toEqual([true, true]);
  });

  test('- is standard output', async () => {
    const ran = await postil(['export', ...onServer(), '-o', '-'], { cwd: server.data });
    expect([ran.code, linesOf(ran.stdout).length]).toEqual([0, 1]);
    expect(existsSync(join(server.data, '-'))).toBe(false);
  });
});

describe('--json tells what was written', () => {
  const summary = { rows: 2, seconds: expect.any(Number), rows_per_second: expect.any(Number) };
  beforeAll(async () => {
    const records = JSON.stringify({ external_id: '2', fields: { text: 'line\n"break"\n,' } });
    await here.import('x.jsonl', `${records}\n`);
  });

  test.for(['jsonl', 'csv'])('to a file, on standard output: %s', async (format) => {
    const file = join(server.data, `told.${format}`);
    const { code, stdout, stderr } = await runHere(['export', ...onServer(), '-o', file, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ ...summary, format, file, bytes: statSync(file).size });
  });

  test.for(['jsonl', 'csv'])('to standard output, on stderr: %s', async (format) => {
    const ran = await postil(['export', ...onServer(), '--format', format, '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stderr)).toEqual({
      ...summary,
      format,
      file: null,
      bytes: Buffer.byteLength(ran.stdout),
    });
    expect(ran.stderr.trimEnd()).not.toContain('\n'); // One line, as errors are.
  });

  test('and without it, a line for people', async () => {
    const file = join(server.data, 'said.csv');
    const { stderr } = await runHere(['export', ...onServer(), '-o', file]);
    expect(stderr).toBe(`${file}: 2 rows, ${statSync(file).size} bytes\n`);
  });
});

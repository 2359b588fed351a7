/** Starts that cannot succeed: a clear error, an exit code, and no process left. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ErrorBody } from '../../gateway/errors.ts';
import { canEnter } from '../../gateway/stack/os-user.ts';
import { postil } from '../cli/run.ts';
import { ServerEnded, type ServerOptions, startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { standIn } from './begin.ts';

const asRoot = process.getuid?.() === 0;
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };
const checkout = fileURLToPath(new URL('../../', import.meta.url));
const noUser = asRoot && !canEnter(checkout, nobody) ? ' (not run: nobody may not enter the checkout)' : '';
const onlyRoot = asRoot ? '' : ' (not run: needs root)';

/** The error with which a start ends. */
async function failure(options: ServerOptions): Promise<ErrorBody & { exitCode: number | null }> {
  const ended = await startServer(options).then(
    (server) => server.stop().then(() => new Error('it started')),
    (error: Error) => error,
  );
  if (!(ended instanceof ServerEnded)) throw ended;
  const last = ended.output.trim().split('\n').at(-1) as string;
  const { code, message, details, hint } = JSON.parse(last) as ErrorBody;
  expect(ended.output).not.toContain('    at '); // No stack trace.
  return { code, message, details, hint, exitCode: ended.code };
}

/** Processes whose command line names the directory. */
function processesOf(data: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(data));
}

test('a port that is taken', async () => {
  const holder = createServer();
  const port = await new Promise<number>((resolve) => {
    holder.listen(0, '127.0.0.1', () => resolve((holder.address() as { port: number }).port));
  });
  const data = temporaryDirectory('data');
  const error = await failure({ data, args: ['--port', String(port)] });
  expect(error).toMatchObject({ code: 'PORT_TAKEN', exitCode: 1 });
  expect(error.message).toContain(String(port));
  expect(error.hint).toContain('--port');
  expect(processesOf(data)).toEqual([]);
  holder.close();
});

test('a data directory that another Postil uses', async () => {
  const server = await startServer();
  const error = await failure({ data: server.data });
  expect(error).toMatchObject({ code: 'DATA_IN_USE', exitCode: 1 });
  expect(error.message).toContain(String(server.pid));
  expect(error.details).toContain(server.url);
  expect(error.hint).toContain('postil stop');
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  await server.stop();
});

test("a pid file of PostgreSQL whose number is somebody else's now", async () => {
  const data = temporaryDirectory('data');
  await (await startServer({ data })).stop();
  writeFileSync(join(data, 'postgres/postmaster.pid'), `${process.pid}\n${data}/postgres\n`);
  const server = await startServer({ data });
  await server.stop();
});

describe(`as an ordinary user${noUser}`, () => {
  /** Root may do anything, so it asks somebody else. */
  const user = asRoot ? { uid: nobody.uid, gid: nobody.gid } : undefined;

  test.skipIf(noUser !== '')('a directory that cannot be written to', async () => {
    const data = temporaryDirectory('data');
    chmodSync(data, 0o555);
    const ran = await postil(['serve', '--port', '0', '--json', '--data', join(data, 'below')], { user });
    expect([ran.code, JSON.parse(ran.stderr)]).toMatchObject([1, { code: 'NOT_WRITABLE' }]);
    expect(JSON.parse(ran.stderr)).toMatchObject({
      message: `cannot write to ${join(data, 'below')}`,
      hint: expect.stringContaining('--data'),
    });
  });

  const lowest = Number(readFileSync('/proc/sys/net/ipv4/ip_unprivileged_port_start', 'utf8'));
  test.skipIf(noUser !== '' || lowest <= 1)('a port that only root may use', async () => {
    const data = join(temporaryDirectory('data'), 'data');
    const ran = await postil(['serve', '--port', '1', '--json', '--data', data], { user });
    expect([ran.code, JSON.parse(ran.stderr)]).toMatchObject([1, { code: 'BAD_SETTING' }]);
    expect(JSON.parse(ran.stderr)).toMatchObject({
      message: expect.stringMatching(/port 1 .*not allowed/),
      hint: expect.stringContaining('--port'),
    });
  });

  test.skipIf(noUser !== '')("somebody else's data directory", async () => {
    const data = temporaryDirectory('data');
    writeFileSync(join(data, 'run.json'), '{}', { mode: 0 });
    for (const command of [['status'], ['stop'], ['user', 'list']]) {
      const ran = await postil([...command, '--data', data], { user });
      expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining(`cannot read ${data}/run.json`)]);
      expect(ran.stderr).toContain('POSTIL_URL');
    }
  });
});

test('a place where no directory can be made', async () => {
  const file = join(temporaryDirectory('data'), 'file');
  writeFileSync(file, '');
  const error = await failure({ data: join(file, 'below') });
  expect(error).toMatchObject({ code: 'NOT_WRITABLE', exitCode: 1 });
  expect(error.message).toContain(file);
  expect(error.hint).toContain('--data');
});

test.skipIf(!asRoot)(`a full disk${onlyRoot}`, async (context) => {
  const mountpoint = join(temporaryDirectory('data'), 'small');
  mkdirSync(mountpoint);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=711', 'tmpfs', mountpoint]);
  if (mounted.status !== 0) context.skip('no right to mount');
  try {
    const error = await failure({ data: mountpoint });
    expect(error).toMatchObject({ code: 'DISK_FULL', exitCode: 1 });
    expect(error.message).toContain(mountpoint);
    expect(error.hint).toMatch(/[Ff]ree/);
    expect(processesOf(mountpoint)).toEqual([]);

    const { bavail, bsize } = statfsSync(mountpoint);
    writeFileSync(join(mountpoint, 'fill'), Buffer.alloc(bavail * bsize));
    const data = join(mountpoint, 'data');
    expect(await failure({ data })).toMatchObject({ code: 'DISK_FULL', exitCode: 1 });
    expect(readdirSync(data)).toEqual([]); // Each try would leave another file.
  } finally {
    spawnSync('umount', ['-l', mountpoint]);
  }
});

test('a PostgREST that ends at once: its words are in the error, and no process is left', async () => {
  const data = temporaryDirectory('data');
  writeFileSync(join(data, 'postgrest.log'), 'Address already in use\n'); // By an earlier one, long ago.
  const program = standIn(temporaryDirectory('program'), 'echo my own words; echo and more >&2; exit 3');
  const error = await failure({ data, env: { POSTIL_POSTGREST_BIN: program } });
  expect(error).toMatchObject({ code: 'POSTGREST_FAILED', exitCode: 1, details: 'my own words\nand more' });
  expect(error.message).toContain('code 3');
  expect(error.hint).toContain(join(data, 'postgrest.log'));
  expect(processesOf(data)).toEqual([]);
});

test.each([
  ['says so', 'echo broken >&2; echo indeed; exit 3', 'indeed\nbroken'],
  ['says nothing', 'exit 3', 'It exited with code 3.'],
])('a PostgREST that cannot even tell its version, and %s', async (_, script, details) => {
  const data = join(temporaryDirectory('data'), 'data');
  const program = join(temporaryDirectory('program'), 'broken');
  writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const error = await failure({ data, env: { POSTIL_POSTGREST_BIN: program } });
  expect(error).toMatchObject({ code: 'BINARY_BROKEN', exitCode: 1, details });
  expect(error.message).toContain(program);
  expect(error.hint).toContain('POSTIL_POSTGREST_BIN');
  expect(existsSync(join(data, 'postgres'))).toBe(false);
});

test('a database that cannot be reached', async () => {
  const data = temporaryDirectory('data');
  const env = { DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/postil' };
  const error = await failure({ data, env });
  expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE', exitCode: 1 });
  expect(error.hint).toContain('DATABASE_URL');
  expect(JSON.stringify(error)).not.toContain('secret@');
});

const osUsers: [string, string, string][] = [
  ['POSTIL_OS_USER', 'root', 'unprivileged'],
  ['POSTIL_OS_USER', 'no such user', 'unprivileged'],
];
test.each<[string, string, string]>([
  ['DATABASE_URL', 'postgresql://nobody:hunter2 @[/postil', 'postgresql://user:password@'],
  ['DATABASE_URL', 'mysql://nobody:hunter2@127.0.0.1/postil', 'postgresql://user:password@'],
  ['DATABASE_URL', 'postgresql://u:hunter2@h/postil?sslrootcert=/nowhere', 'postgresql://user:password@'],
  ['POSTIL_POSTGREST_BIN', '/nowhere/postgrest', 'POSTIL_POSTGREST_URL'],
  ['POSTIL_POSTGREST_BIN', '/usr', 'the program itself'],
  ['POSTIL_POSTGREST_BIN', '/etc/passwd', 'chmod +x'],
  ['POSTIL_POSTGREST_URL', 'nonsense', 'http://host:port'],
  ['POSTIL_POSTGREST_URL', 'localhost:3000', 'http://host:port'],
  ['POSTIL_POSTGREST_URL', 'ftp://localhost', 'http://host:port'],
  ['POSTIL_POSTGREST_URL', 'http://localhost/?a=b', 'http://host:port'],
  ['POSTIL_POSTGREST_URL', 'http://me:hunter2@localhost', 'http://host:port'],
  ['POSTIL_JWT_SECRET', 'hunter2', 'at least 32 characters'],
  ['POSTIL_JWT_SECRET', '@/etc/hunter2/that/is/read/from/there', 'openssl rand'],
  ['POSTIL_AUTHENTICATOR_PASSWORD', 'hunter2 with an ü', 'ASCII'],
  ['POSTIL_OWNER_API_KEY', 'hunter2', 'openssl rand'],
  ['POSTIL_HOST', '192.0.2.1', 'address of this machine'],
  ['POSTIL_BODY_LIMIT', 'much', 'docs/operations.md'],
  ['POSTIL_BODY_LIMIT', '0', 'bytes'],
  ['POSTIL_RATE_LIMIT', ' ', 'whole number'],
  ['POSTIL_RATE_LIMIT', '-1', 'whole number'],
  ['POSTIL_CORS_ORIGINS', 'https://a.example, *', 'https://app.example'],
  ['POSTIL_EXPORT_STALL_SECONDS', '0', 'seconds'],
  ['POSTIL_CORS_ORIGINS', 'https://a.example/', 'https://app.example'],
  ['POSTIL_TRUST_PROXY', 'true', 'loopback'],
  ['POSTIL_LOG', 'stdout', 'stderr'],
  ['POSTIL_LOG_LEVEL', 'loud', 'trace, debug'],
  ...(asRoot ? osUsers : []),
])('%s=%s is refused before anything is written', async (name, value, hint) => {
  const data = join(temporaryDirectory('data'), 'data');
  const error = await failure({ data, env: { [name]: value } });
  expect(error).toMatchObject({ code: 'BAD_SETTING', exitCode: 1 });
  expect(error.message).toContain(name);
  expect(error.hint).toContain(hint);
  if (value.includes('hunter2')) expect(JSON.stringify(error)).not.toContain('hunter2');
  else expect(error.message).toContain(JSON.stringify(value));
  expect(existsSync(data)).toBe(false);
});

test('POSTIL_POSTGREST_URL without the secret of that PostgREST', async () => {
  const data = join(temporaryDirectory('data'), 'data');
  const error = await failure({ data, env: { POSTIL_POSTGREST_URL: 'http://127.0.0.1:1' } });
  expect(error).toMatchObject({ code: 'JWT_SECRET_MISSING', exitCode: 1 });
  expect(error.hint).toContain('PGRST_JWT_SECRET');
  expect(existsSync(data)).toBe(false);
});

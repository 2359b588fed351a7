/** Starts that cannot succeed: a clear error, an exit code, and no process left. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ErrorBody } from '../../gateway/errors.ts';
import { canEnter } from '../../gateway/stack/os-user.ts';
import { postil } from '../cli/run.ts';
import { ServerEnded, type ServerOptions, startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';

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
  } finally {
    spawnSync('umount', ['-l', mountpoint]);
  }
});

test('a failure when PostgreSQL runs already leaves no process', async () => {
  const data = temporaryDirectory('data');
  const error = await failure({ data, env: { POSTIL_POSTGREST_BIN: '/nowhere/postgrest' } });
  expect(error).toMatchObject({ code: 'BINARY_MISSING', exitCode: 1 });
  expect(error.hint).toContain('POSTIL_POSTGREST_URL');
  expect(processesOf(data)).toEqual([]);
});

test.each([
  [{ DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/postil' }, 'DATABASE_UNREACHABLE', 'DATABASE_URL'],
  [{ DATABASE_URL: 'postgresql://nobody:sec ret@[/postil' }, 'BAD_SETTING', 'postgresql://user:password@'],
  [{ DATABASE_URL: 'mysql://nobody:secret@127.0.0.1/postil' }, 'BAD_SETTING', 'postgresql://user:password@'],
  [{ POSTIL_POSTGREST_URL: 'http://127.0.0.1:1' }, 'JWT_SECRET_MISSING', 'PGRST_JWT_SECRET'],
  [{ POSTIL_BODY_LIMIT: 'much' }, 'BAD_SETTING', 'docs/operations.md'],
  [{ POSTIL_OWNER_API_KEY: 'short' }, 'BAD_SETTING', 'openssl'],
])('the setting %o', async (env, code, hint) => {
  const data = temporaryDirectory('data');
  const error = await failure({ data, env });
  expect(error).toMatchObject({ code, exitCode: 1 });
  expect(error.hint).toContain(hint);
  expect(JSON.stringify(error)).not.toMatch(/sec ?ret@/);
  expect(processesOf(data)).toEqual([]);
});

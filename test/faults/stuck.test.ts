/** Servers below that never get ready: a start gives up in the end, and whoever asks to stop does not wait for them. */
import { once } from 'node:events';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dataDirectory } from '../../gateway/stack/data-directory.ts';
import { chooseOsUser } from '../../gateway/stack/os-user.ts';
import { startPostgrest } from '../../gateway/stack/postgrest.ts';
import { startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { begin, realPostgrest, standIn } from './begin.ts';
import { familyOf } from './guards.ts';
import { pidsOf, untilGone } from './processes.ts';

const waits = 'echo never ready; exec sleep 1000';

async function untilLogged(data: string, name: 'postgres' | 'postgrest', words: string): Promise<void> {
  const log = dataDirectory(data).log(name);
  const logged = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
  await expect.poll(logged, { timeout: 30_000, interval: 10 }).toContain(words);
}

/** A server that accepts and never answers. */
async function silentServer(): Promise<{ port: number; asked: Promise<unknown> }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    sockets.push(socket);
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, asked: once(server, 'connection') };
}

test('SIGTERM while the first PostgREST does not get ready', async () => {
  const data = temporaryDirectory('data');
  const { child, pid, output } = begin(data, { POSTIL_POSTGREST_BIN: standIn(data, waits) });
  await untilLogged(data, 'postgrest', 'never ready');
  const family = familyOf(pid);
  expect(family.length).toBeGreaterThan(4);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toContain('"code":"STOPPED"');
  await untilGone(family);
  expect(existsSync(join(data, 'run.json'))).toBe(false);
  await untilLogged(data, 'postgres', 'database system is shut down');
});

test('SIGTERM while DATABASE_URL does not answer', async () => {
  const data = temporaryDirectory('data');
  const { port, asked } = await silentServer();
  const { child, output } = begin(data, { DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/postil` });
  await asked;
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output()).toContain('"code":"STOPPED"');
  expect(existsSync(join(data, 'run.json'))).toBe(false);
});

test('SIGTERM while PostgREST was started again and does not get ready', async () => {
  const data = temporaryDirectory('data');
  const hang = join(data, 'hang');
  const script = `if [ -e '${hang}' ]; then ${waits}; fi; exec '${realPostgrest()}' "$@"`;
  const server = await startServer({ data, env: { POSTIL_POSTGREST_BIN: standIn(data, script) } });
  writeFileSync(hang, '');
  process.kill(pidsOf(data).postgrest, 'SIGKILL');
  await untilLogged(data, 'postgrest', 'never ready');
  const family = familyOf(server.pid);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  await untilGone(family);
});

test('SIGTERM while PostgreSQL was started again and does not get ready', async () => {
  const server = await startServer();
  const database = join(server.data, 'postgres');
  // It waits for a primary that there is none of, and takes no connections meanwhile.
  appendFileSync(join(database, 'postgresql.conf'), 'hot_standby = off\n');
  writeFileSync(join(database, 'standby.signal'), '', { mode: 0o644 });
  process.kill(pidsOf(server.data).postgres, 'SIGKILL');
  await untilLogged(server.data, 'postgres', 'entering standby mode');
  const family = familyOf(server.pid);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  await untilGone(family);
});

test('a PostgREST that does not get ready in time is ended, and the error names its log', async () => {
  const data = temporaryDirectory('data');
  const logFile = dataDirectory(data).log('postgrest');
  const pidFile = join(data, 'pid');
  writeFileSync(pidFile, '', { mode: 0o666 });
  const start = startPostgrest(
    {
      binary: standIn(data, `echo $$ > '${pidFile}'; ${waits}`),
      user: chooseOsUser(data, {}),
      logFile,
      port: 1,
      adminPort: 1,
      databaseUrl: 'postgresql://127.0.0.1:1/postil',
      jwtSecret: '',
    },
    { signal: new AbortController().signal, patienceMs: 0 },
  );
  await expect(start).rejects.toMatchObject({
    code: 'POSTGREST_FAILED',
    hint: expect.stringContaining(logFile),
  });
  const pid = Number(readFileSync(pidFile, 'utf8'));
  await untilGone(pid === 0 ? [] : [pid]);
});

test('a database that belongs to other secrets', async () => {
  const data = temporaryDirectory('data');
  await (await startServer({ data })).stop();
  const file = dataDirectory(data).secretsFile;
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), superuser_password: 'x' }));
  const { child, output } = begin(data);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toContain('"code":"POSTGRES_FAILED"');
  await untilLogged(data, 'postgres', 'database system is shut down');
});

test('PostgreSQL that dies while the schema is installed', async () => {
  const data = temporaryDirectory('data');
  const { child, pid, output } = begin(data);
  await expect.poll(output, { timeout: 30_000, interval: 1 }).toContain('Installing');
  const family = familyOf(pid);
  process.kill(Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(output()).toContain('"code":"DATABASE_UNREACHABLE"');
  expect(output()).not.toContain('    at ');
  await untilGone(family);
  await (await startServer({ data })).stop();
});

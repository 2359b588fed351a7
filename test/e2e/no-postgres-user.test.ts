/** Started by root, where the system has no user postgres. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { cleanEnvironment, program } from '../cli/run.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';

afterAll(removeTemporaryDirectories);

const asRoot = process.getuid?.() === 0 && process.platform === 'linux';

/** A command that runs another one where there is no user postgres, or ends with 77 where that cannot be arranged. */
function hidingPostgres(directory: string): string[] {
  const users = join(directory, 'passwd');
  writeFileSync(users, readFileSync('/etc/passwd', 'utf8').replace(/^postgres:.*\n/m, ''), { mode: 0o644 });
  const script =
    'mount --bind "$0" /etc/passwd || exit 77; id -u postgres 2>/dev/null >&2 && exit 77; exec "$@"';
  return ['unshare', '--mount', '/bin/sh', '-c', script, users];
}

test.skipIf(!asRoot)(
  `the servers run as nobody${asRoot ? '' : ' (not run: needs root on Linux)'}`,
  async (context) => {
    const directory = temporaryDirectory('users');
    const data = join(directory, 'data');
    const [command = '', ...args] = hidingPostgres(directory);
    const serve = [process.execPath, program, 'serve', '--data', data, '--port', '0', '--json'];
    const child = spawn(command, [...args, ...serve], {
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      child.kill('SIGKILL'); // Its servers end by themselves.
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    let code: number | null | undefined;
    const exit = once(child, 'exit').then(([status]) => {
      code = status;
    });
    await expect.poll(() => said.includes('"ready"') || code !== undefined, { timeout: 60_000 }).toBe(true);
    if (code === 77 || (code === 1 && said === '')) context.skip('no right to hide the user');
    expect(statSync(join(data, 'postgres')).uid).toBe(65_534);
    child.kill('SIGTERM');
    await exit;
    expect(code).toBe(0);
  },
);

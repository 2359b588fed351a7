/** What is printed where nobody reads any more. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { pidsOf } from '../faults/processes.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { cleanEnvironment, program } from './run.ts';
import { startTransfer } from './transfer.ts';

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

test('an import still says by its exit code that rows were refused', async () => {
  const { server, place } = await startTransfer();
  const { namespace, dataset } = await place();
  const file = join(server.data, 'x.jsonl');
  writeFileSync(file, 'nonsense\n');
  const to = ['--namespace', namespace, '--dataset', dataset, '--data', server.data];
  const child = start(['import', file, ...to, '--on-error', 'skip']);
  child.stdout?.destroy();
  expect(await once(child, 'exit')).toEqual([1, null]);
});

test('a server serves on', async () => {
  const data = temporaryDirectory('unheard');
  const child = start(['serve', '--data', data, '--port', '0', '--json']);
  const exit = once(child, 'exit');
  try {
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    for await (const line of lines) if (line.includes('"ready"')) break;
    child.stdout?.destroy();
    child.stderr?.destroy();
    const before = pidsOf(data);
    process.kill(before.postgrest, 'SIGKILL'); // Which is news.
    await expect
      .poll(() => pidsOf(data).postgrest, { timeout: 30_000, interval: 20 })
      .not.toBe(before.postgrest);
    await expect.poll(() => pidsOf(data).postgrest, { timeout: 30_000, interval: 20 }).toBeTypeOf('number');
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill('SIGTERM');
  }
  expect(await exit).toEqual([0, null]);
});

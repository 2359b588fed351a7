/** Of several that start on one data directory at once, one gets it, whatever was left there before. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataDirectory } from '../../gateway/stack/data-directory.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';

const rivals: ChildProcess[] = [];
beforeAll(async () => {
  const program = fileURLToPath(new URL('rival.ts', import.meta.url));
  for (let i = 0; i < 4; i += 1) rivals.push(fork(program, { execArgv: ['--import', 'tsx'] }));
  await Promise.all(rivals.map((rival) => once(rival, 'message')));
});
afterAll(() => {
  for (const rival of rivals) rival.kill();
  removeTemporaryDirectories();
});

async function ask(rival: ChildProcess, order: unknown): Promise<string> {
  const answer = once(rival, 'message');
  rival.send(order as object);
  return String((await answer)[0]);
}

const rounds = process.env['POSTIL_TEST_LONG'] === undefined ? 150 : 20_000;

test.for<[string, string | undefined]>([
  ['nothing', undefined],
  ['the run file of a dead process', JSON.stringify({ pid: 2 ** 22 - 1, began: '1' })],
  ['the run file of one whose number another process has', JSON.stringify({ pid: process.pid, began: '1' })],
  ['half a run file', '{"pid": 4'],
  ['an object that says nothing', '{}'],
  ['no object', 'null'],
  ['an empty file', ''],
])('before: %s', async ([, left]) => {
  const path = temporaryDirectory('data');
  const { runFile } = dataDirectory(path);
  for (let round = 0; round < rounds; round += 1) {
    if (left !== undefined) writeFileSync(runFile, left);
    const answers = await Promise.all(rivals.map((rival) => ask(rival, { claim: path })));
    expect([...answers].sort()).toEqual(['DATA_IN_USE', 'DATA_IN_USE', 'DATA_IN_USE', 'mine']);
    await Promise.all(rivals.map((rival) => ask(rival, { release: true })));
    expect(existsSync(runFile)).toBe(false);
  }
});

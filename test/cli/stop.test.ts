/** postil stop when what it finds is not what it expects. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beginning } from '../../gateway/stack/data-directory.ts';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';
import { runHere } from './run-here.ts';

let data: string;
beforeEach(() => {
  data = temporaryDirectory('stop');
});
afterEach(() => {
  vi.restoreAllMocks();
  removeTemporaryDirectories();
});

const runFile = (text: string) => writeFileSync(join(data, 'run.json'), text);

/** This process poses as the Postil that is to be stopped; the signal goes nowhere. */
function killFails(code: string): void {
  runFile(JSON.stringify({ pid: process.pid, began: beginning(process.pid) }));
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(`kill ${code}`), { code, syscall: 'kill' });
  });
}

test('a process that is gone by then has stopped', async () => {
  killFails('ESRCH');
  const { code, stderr } = await runHere(['stop', '--data', data]);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/\nStopped\.\n$/)]);
});

test("somebody else's process is told as that", async () => {
  killFails('EPERM');
  const { code, stderr } = await runHere(['stop', '--data', data]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/postil: you may not stop pid \d+: it is another user's\n.*\n {2}.*as that user/),
  ]);
});

describe.for(['stop', 'status', 'verify'])('%s', (command) => {
  test.for<[string, string]>([
    ['empty', ''],
    ['cut short', '{"pid": 1'],
    ['no object', 'null'],
    ['of something else', '{"pid": "one"}'],
  ])('says that run.json is broken: %s', async ([, text]) => {
    runFile(text);
    const { code, stdout, stderr } = await runHere([command, '--data', data]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^postil: .*run\.json does not say which Postil runs there\n {2}/);
  });
});

test('what a dead Postil left is no error', async () => {
  runFile('{"pid": 4194304, "began": "1"}'); // No pid is as high.
  const { code, stderr } = await runHere(['stop', '--data', data]);
  expect([code, stderr]).toEqual([0, `No Postil runs on ${data}.\n`]);
});

test('a run.json that is a folder is no stack trace', async () => {
  mkdirSync(join(data, 'run.json'));
  const { code, stderr } = await runHere(['stop', '--data', data]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^postil: cannot read .*run\.json\n(?! +at )/)]);
});

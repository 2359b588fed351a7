/** Files that an import reads and writes: none is lost, and one that cannot be used is told in plain words. */
import { chmodSync, linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryDirectory } from '../support/temporary.ts';
import { postil } from './run.ts';
import { runHere } from './run-here.ts';
import { linesOf, type Place, startTransfer } from './transfer.ts';

let here: Place;
let to: string[];
let directory: string;
beforeAll(async () => {
  const { server, place } = await startTransfer();
  here = await place();
  to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
  directory = temporaryDirectory('files');
});

const file = (name: string) => join(directory, name);
const text = '{"external_id": "1", "fields": {"text": "a"}}\nnonsense\n';
const skip = ['--on-error', 'skip', '--rejects'];

/** An import that is to fail before anything is stored, and what it said. */
async function refused(...args: string[]): Promise<{ code: string; message: string; hint: string }> {
  const { code, stdout, stderr } = await runHere(['import', ...args, ...to, '--json']);
  expect([code, stdout]).toEqual([1, '']);
  const body = JSON.parse(stderr);
  expect(body.hint).toBeTruthy();
  expect(await here.records()).toEqual([]);
  return body;
}

describe('--rejects', () => {
  const linked = (make: (input: string, link: string) => void) => (input: string, link: string) => {
    make(input, link);
    return link;
  };
  test.for<[string, (input: string, link: string) => string]>([
    ['the input file', (input) => input],
    ['another path to it', (input) => `${dirname(input)}/../${basename(directory)}/${basename(input)}`],
    ['a symbolic link to it', linked(symlinkSync)],
    ['a hard link to it', linked(linkSync)],
  ])('that is %s is refused, and the input stays as it is', async ([what, rejectsAt]) => {
    const name = what.replaceAll(' ', '-');
    const input = file(`${name}.jsonl`);
    writeFileSync(input, text);
    const rejects = rejectsAt(input, file(name));
    expect(await refused(input, ...skip, rejects)).toMatchObject({
      code: 'BAD_ARGUMENT',
      message: '--rejects is the file that is imported',
    });
    expect(readFileSync(input, 'utf8')).toBe(text);
  });

  test('that is what standard input reads from is refused', async () => {
    const input = file('piped.jsonl');
    writeFileSync(input, text);
    const ran = await postil(['import', '-', ...to, ...skip, input], { stdin: input });
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('is the file that is imported')]);
    expect(readFileSync(input, 'utf8')).toBe(text);
  });

  test('that holds something is refused, and keeps it', async () => {
    const [input, rejects] = [file('again.jsonl'), file('earlier.jsonl')];
    writeFileSync(input, text);
    writeFileSync(rejects, 'of an earlier import\n');
    expect(await refused(input, ...skip, rejects)).toMatchObject({
      code: 'BAD_ARGUMENT',
      message: `${rejects} is not empty`,
      hint: expect.stringContaining('another'),
    });
    expect(readFileSync(rejects, 'utf8')).toBe('of an earlier import\n');
  });

  test('that cannot be written to', async () => {
    writeFileSync(file('x.jsonl'), text);
    for (const [rejects, words] of [
      ['/nowhere/x', /there is no such/],
      [directory, /it is a directory/],
    ] as const) {
      expect(await refused(file('x.jsonl'), ...skip, rejects)).toMatchObject({
        code: 'FILE_UNWRITABLE',
        message: expect.stringMatching(words),
      });
    }
  });
});

describe('an input', () => {
  test.for<[string, () => string, RegExp]>([
    ['that is a directory', () => directory, /^cannot read .*: it is a directory$/],
    ['that is not there', () => file('none'), /^cannot read .*: there is no such file$/],
    ['below a file', () => join(import.meta.filename, 'x'), /: a part of its path is no directory$/],
    ['with too long a name', () => 'x'.repeat(5_000), /: its name is too long$/],
  ])('%s', async ([, path, words]) => {
    expect(await refused(path())).toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringMatching(words),
    });
  });

  test('that is standard input and a directory', async () => {
    const ran = await postil(['import', '-', ...to], { stdin: directory });
    expect([ran.code, ran.stderr]).toMatchObject([
      1,
      expect.stringMatching(/^postil: cannot read standard input: it is a directory\n(?! +at )/),
    ]);
  });

  const asRoot = process.getuid?.() === 0;
  test.skipIf(process.getuid === undefined)('that this user may not read', async () => {
    const closed = file('closed');
    mkdirSync(closed);
    writeFileSync(join(closed, 'x.jsonl'), text);
    chmodSync(closed, 0o000);
    // Root may read everything, so it asks as somebody else, who needs a definition and no server.
    const ran = await postil(['dataset', 'create', join(closed, 'x.jsonl'), '--json'], {
      ...(asRoot && { user: { uid: 65_534, gid: 65_534 } }),
      cwd: '/',
    });
    chmodSync(closed, 0o700);
    expect([ran.code, JSON.parse(ran.stderr)]).toMatchObject([
      1,
      {
        code: 'FILE_UNREADABLE',
        message: expect.stringMatching(/: you may not$/),
        hint: expect.stringContaining('chmod'),
      },
    ]);
  });
});

test('a rejects file that is empty is used, and one for each import', async () => {
  const [input, rejects] = [file('last.jsonl'), file('empty.jsonl')];
  writeFileSync(input, text);
  writeFileSync(rejects, '');
  expect((await runHere(['import', input, ...to, ...skip, rejects])).code).toBe(1);
  expect(linesOf(readFileSync(rejects, 'utf8'))).toMatchObject([{ line: 2, code: 'BAD_LINE' }]);
});

/** Command lines that cannot work say why, exit with another code than 0, and show no stack trace. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';
import { postil } from './run.ts';
import { runHere } from './run-here.ts';

let empty: string;
beforeAll(() => {
  empty = temporaryDirectory('usage');
});
afterAll(removeTemporaryDirectories);

const stack = /\n\s+at /;
const nowhere = 'http://127.0.0.1:9';

/** Sets the variables that name a Postil elsewhere; undefined for not set. */
function elsewhere(url: string | undefined, key: string | undefined = 'key-of-somebody'): void {
  vi.stubEnv('POSTIL_URL', url);
  vi.stubEnv('POSTIL_API_KEY', key);
}
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A command that is to fail, and what it said on stderr. */
async function fails(args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runHere(args);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).not.toMatch(stack);
  return stderr;
}

describe('wrong usage', () => {
  test.for<[string, string[], RegExp]>([
    ['an unknown option', ['status', '--colour'], /unknown option '--colour'/],
    ['an unknown command', ['paint'], /unknown command 'paint'/],
    ['an unknown subcommand', ['user', 'paint'], /unknown command 'paint'/],
    ['a missing argument', ['user', 'create'], /missing required argument 'name'/],
    ['a missing option', ['member', 'add', 'ann', '--role', 'viewer'], /required option '--namespace/],
    [
      'an impossible choice',
      ['member', 'add', 'ann', '--namespace', 'x', '--role', 'king'],
      /Allowed choices/,
    ],
    ['an impossible port', ['serve', '--port', '70000'], /port is a number from 0 to 65535/],
    ['too much', ['status', 'now'], /too many arguments/],
    ['an option without its value', ['status', '--data'], /argument missing/],
  ])('%s', async ([, args, words]) => {
    const said = await fails(args);
    expect(said).toMatch(words);
    expect(said).toContain('Add --help for the options');
  });

  test('is told as JSON where that is wanted', async () => {
    expect(JSON.parse(await fails(['user', 'create', '--json']))).toEqual({
      code: 'BAD_ARGUMENT',
      message: "missing required argument 'name'",
      details: null,
      hint: 'Add --help for the options.',
    });
  });

  test.for<[string, string[]]>([
    ['the name', ['user', 'create', '']],
    ['the key', ['namespace', 'create', '']],
    ['--name', ['namespace', 'create', 'a', '--name', '']],
    ['the user', ['user', 'delete', '']],
    ['--export', ['user', 'delete', 'ann', '--export', '']],
    ['the id', ['user', 'restore', '']],
    ['the name', ['user', 'erase', '01a1fe95-58e0-71c7-8a9b-ae395a602106', '']],
    ['--user', ['audit', '--user', '']],
    ['the user', ['member', 'add', '', '--namespace', 'a', '--role', 'viewer']],
    ['--namespace', ['member', 'add', 'ann', '--namespace', '', '--role', 'viewer']],
    ['--user', ['key', 'create', '--user', '']],
    ['--name', ['key', 'create', '--name', '']],
    ['--expires', ['key', 'create', '--expires', '']],
    ['the id', ['key', 'revoke', '']],
    ['the file', ['dataset', 'create', '']],
    ['--namespace', ['dataset', 'create', 'x.json', '--namespace', '']],
    ['the file', ['import', '', '--namespace', 'a', '--dataset', 'b']],
    ['--dataset', ['import', 'x.jsonl', '--namespace', 'a', '--dataset', '']],
    ['--rejects', ['import', 'x.jsonl', '--namespace', 'a', '--dataset', 'b', '--rejects', '']],
    ['--namespace', ['export', '--namespace', '', '--dataset', 'b']],
    ['--output', ['export', '--namespace', 'a', '--dataset', 'b', '-o', '']],
    ['--data', ['status', '--data', '']],
    ['--data', ['stop', '--data', '']],
    ['--data', ['serve', '--data', '', '--database-url', 'none']],
  ])('%s is empty: %o', async ([what, args]) => {
    const said = await fails(args);
    expect(said).toMatch(new RegExp(`^postil: ${what} is empty\n {2}.*variable`));
  });

  test.for<[string, string[], RegExp]>([
    ['a path for a key', ['export', '--namespace', '..', '--dataset', '.'], /--namespace is no key: \.\.\n/],
    [
      'a word for an id',
      ['key', 'revoke', 'laptop'],
      /the id is not one of a key: laptop\n.*postil key list/,
    ],
    ['a year that nobody will see', ['key', 'create', '--expires', '+012026-01-01'], /--expires does not/],
    ['a name for an id', ['user', 'restore', 'ann'], /not one of a user: ann\n.*postil audit/],
    ['a name for an id', ['user', 'erase', 'ann', 'ann', '--yes'], /not one of a user: ann\n/],
    [
      'no name',
      ['user', 'erase', '01a1fe95-58e0-71c7-8a9b-ae395a602106', '--yes'],
      /the name is missing\n.*NAME/,
    ],
    ['no file', ['user', 'delete', 'ann', '--yes', '--export', '-'], /--export needs a file\n.*user export/],
    [
      'a word for an id',
      ['history', 'mail-1', '--namespace', 'a'],
      /the id is not one of a record: mail-1\n.*export/,
    ],
    ['two at once', ['user', 'deletion', 'ann', '--watch', '--cancel'], /do not go together/],
    ['no number', ['audit', '--limit', 'many'], /It is a number from 1/],
    ['a port in words', ['serve', '--port', '0x50', '--database-url', 'none'], /port is a number/],
    ['a port between two', ['serve', '--port', '80.5', '--database-url', 'none'], /port is a number/],
  ])('%s', async ([, args, words]) => {
    expect(await fails(args)).toMatch(words);
  });
});

describe('output that nobody takes', () => {
  test('is told when the disk is full', async () => {
    const ran = await postil(['--version'], { stdout: '/dev/full' });
    expect([ran.code, ran.stderr]).toEqual([
      1,
      expect.stringMatching(/^postil: cannot write to standard output: the disk is full\n {2}/),
    ]);
    expect(ran.stderr).not.toMatch(stack);
  });

  test('on stderr is no error', async () => {
    const ran = await postil(['stop', '--data', empty], { stderr: '/dev/full' });
    expect(ran.code).toBe(0);
  });
});

describe('no Postil to talk to', () => {
  test.for([
    ['status'],
    ['user', 'list'],
    ['export', '--namespace', 'a', '--dataset', 'b'],
    ['import', 'x.jsonl', '--namespace', 'a', '--dataset', 'b'],
    ['verify'],
    ['audit'],
    ['user', 'delete', 'ann', '--yes'],
  ])('none runs here: %o', async (args) => {
    elsewhere(undefined, undefined);
    const said = await fails([...args, '--data', empty]);
    expect(said).toContain(`no Postil runs on ${empty}`);
    expect(said).toContain('postil serve');
  });

  test('--data names the one that is meant, whatever POSTIL_URL says', async () => {
    elsewhere(nowhere);
    expect(await fails(['user', 'list', '--data', empty])).toContain(`no Postil runs on ${empty}`);
  });

  test('status --json of none says so on stderr, as JSON, and nothing on stdout', async () => {
    const ran = await postil(['status', '--json'], { cwd: empty });
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(JSON.parse(ran.stderr)).toMatchObject({ code: 'NOT_RUNNING', hint: expect.any(String) });
  });

  test('stop has nothing to do, which is no error', async () => {
    const ran = await postil(['stop'], { cwd: empty });
    expect([ran.code, ran.stderr]).toEqual([0, 'No Postil runs on .postil.\n']);
  });

  test('POSTIL_URL without POSTIL_API_KEY', async () => {
    vi.stubEnv('POSTIL_URL', nowhere);
    vi.stubEnv('POSTIL_API_KEY', undefined);
    const { code, hint } = JSON.parse(await fails(['user', 'list', '--json']));
    expect(code).toBe('API_KEY_MISSING');
    expect(hint).toContain('API key');
  });

  test.for([
    'nonsense',
    'not a url',
    'ftp://127.0.0.1',
    '127.0.0.1:8000',
    'http://u:key-of-somebody@x',
    'http://x/?y',
  ])('POSTIL_URL is none: %s', async (url) => {
    elsewhere(url);
    for (const args of [['user', 'list'], ['status']]) {
      const said = await fails([...args, '--json']);
      expect(JSON.parse(said)).toMatchObject({
        code: 'BAD_SETTING',
        hint: expect.stringContaining('http://127.0.0.1:8000'),
      });
      expect(said).not.toContain('key-of-somebody');
    }
  });

  test.for(['\n', '\r\n', ' ', '\t', '\u007f', '€', '😀'])(
    'POSTIL_API_KEY has %j in it, which is said without the key',
    async (character) => {
      elsewhere(nowhere, `somebodys-${character}-key`);
      const said = await fails(['user', 'list', '--json']);
      expect(JSON.parse(said)).toMatchObject({
        code: 'BAD_SETTING',
        message: expect.stringContaining('POSTIL_API_KEY'),
        details: expect.stringContaining('11 of '),
        hint: expect.any(String),
      });
      expect(said).not.toMatch(/somebodys|key"/);
    },
  );

  test.for([nowhere, `${nowhere}/`])('POSTIL_URL leads nowhere: %s', async (url) => {
    elsewhere(url);
    const said = await fails(['user', 'list', '--json']);
    expect(JSON.parse(said).code).toBe('UNREACHABLE');
    expect(said).not.toContain('key-of-somebody');
  });

  test('status of one elsewhere that does not answer', async () => {
    elsewhere(nowhere);
    const { code, stdout } = await runHere(['status', '--json']);
    expect([code, JSON.parse(stdout)]).toEqual([1, { ready: false, gateway_url: nowhere }]);
  });

  test('something else answers there', async () => {
    const other = createServer((_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    elsewhere(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
    expect(await fails(['user', 'list'])).toMatch(/answered 502[\s\S]*Bad Gateway/);
    other.closeAllConnections();
    other.close();
  });
});

/** Servers that are no Postil, or that go away in the middle: told in words, and never taken for success. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../support/temporary.ts';
import { runHere } from './run-here.ts';

let stranger: Server;
let answer: RequestListener;
let directory: string;
beforeEach(async () => {
  stranger = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('POSTIL_URL', `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`);
  vi.stubEnv('POSTIL_API_KEY', 'key-of-somebody');
  directory = mkdtempSync(join(temporaryDirectory('strangers'), 'x-'));
  writeFileSync(join(directory, 'd.json'), '{"key": "d"}');
  writeFileSync(join(directory, 'r.jsonl'), '{"external_id": "1", "fields": {"text": "a"}}\n'.repeat(2_500));
});
afterEach(() => {
  vi.unstubAllEnvs();
  stranger.closeAllConnections();
  stranger.close();
});
afterAll(removeTemporaryDirectories);

async function refused(...args: string[]): Promise<{ code: string; message: string; hint: string }> {
  const { code, stdout, stderr } = await runHere([...args, '--json']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).not.toContain('key-of-somebody');
  const body = JSON.parse(stderr.replace(/^→ .*\n/, ''));
  expect(body.hint).toBeTruthy();
  return body;
}

const id = '01a1fd24-eec5-7020-adf5-05fcf2344799';
const to = ['--namespace', 'n', '--dataset', 'd'];
const commands: [string, () => string[]][] = [
  ['user list', () => ['user', 'list']],
  ['user create', () => ['user', 'create', 'ann']],
  ['user preview', () => ['user', 'preview', id]],
  ['user delete', () => ['user', 'delete', id, '--yes']],
  ['user restore', () => ['user', 'restore', id, '--yes']],
  ['user deactivate', () => ['user', 'deactivate', id]],
  ['user deletion', () => ['user', 'deletion', id]],
  ['user erase', () => ['user', 'erase', id, 'ann', '--yes']],
  ['user export', () => ['user', 'export', id]],
  ['audit', () => ['audit']],
  ['history', () => ['history', id, '--namespace', 'n']],
  ['member add', () => ['member', 'add', 'ann', '--namespace', 'n', '--role', 'viewer']],
  ['key create', () => ['key', 'create']],
  ['key revoke', () => ['key', 'revoke', id]],
  ['namespace create', () => ['namespace', 'create', 'n']],
  ['dataset create', () => ['dataset', 'create', join(directory, 'd.json')]],
  ['import', () => ['import', join(directory, 'r.jsonl'), ...to]],
  ['export', () => ['export', ...to]],
  ['verify', () => ['verify']],
];

describe.for<[string, string, string]>([
  ['a web page', 'text/html', '<html>Welcome</html>'],
  ['an empty object', 'application/json', '{}'],
  ['null', 'application/json', 'null'],
  ['nothing', 'text/plain', ''],
])('one that answers everything with %s', ([, type, body]) => {
  beforeEach(() => {
    answer = (_, response) => response.writeHead(200, { 'content-type': type }).end(body);
  });

  test.for(commands)('%s', async ([, args]) => {
    expect(await refused(...args())).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      message: expect.stringMatching(/^the server answered 200, but not as Postil does$/),
      hint: expect.stringContaining('POSTIL_URL'),
    });
  });

  test('status', async () => {
    const { code, stdout } = await runHere(['status', '--json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { ready: false }]);
  });
});

test.for(['{"message": "Not Found", "documentation_url": "…"}', '{"code": 5, "message": "no", "hint": {}}'])(
  'one with errors of its own: %s',
  async (body) => {
    answer = (_, response) => response.writeHead(404).end(body);
    expect(await refused('user', 'list')).toMatchObject({
      code: 'UNEXPECTED_ANSWER',
      message: 'the server answered 404',
    });
  },
);

test('one that stops in the middle of an answer', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('[', () => response.destroy());
  };
  expect(await refused('user', 'list')).toMatchObject({ code: 'UNREACHABLE' });
});

describe('one that vanishes while an import is on its way', () => {
  /** Answers as Postil does, but goes away instead of storing the rows of the last calls. */
  function storing(calls: number): void {
    let left = calls;
    answer = (request, response) => {
      const say = (value: unknown) => response.writeHead(200).end(JSON.stringify(value));
      if (request.url?.includes('/fields')) return say([{ name: 'text', type: 'text', required: true }]);
      if (!request.url?.includes('upsert')) return say([]);
      left -= 1;
      if (left < 0) return response.destroy();
      const results = (rows: number) =>
        Array.from({ length: rows }, (_, index) => ({ index, action: 'inserted' }));
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      return request.on('end', () => say(results((JSON.parse(body) as { rows: [] }).rows.length)));
    };
  }
  const rows = Array.from({ length: 2_500 }, (_, i) => `{"external_id": "${i}", "fields": {"text": "a"}}\n`);

  test.for<[number, string[], RegExp]>([
    [0, [], /\n0 rows were stored\. Run the import again to go on\.$/],
    [2, [], /\n2000 rows were stored\. Run the import again to go on\.$/],
    [2, ['--dry-run'], /\nNothing was stored: it was a dry run\.$/],
  ])('after %i calls, %o', async ([calls, args, hint]) => {
    storing(calls);
    const file = join(directory, 'many.jsonl');
    writeFileSync(file, rows.join(''));
    expect(await refused('import', file, ...to, ...args)).toMatchObject({
      code: 'UNREACHABLE',
      hint: expect.stringMatching(hint),
    });
  });
});

/** Limits: the size of a body, and requests a minute. */
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { type Caller, caller, expectError, post, secretsOf, token } from './http.ts';
import { answerTo, head, open, parse } from './raw.ts';

const bytes = 5_000;
const requests = 40;
let server: Server;
let owner: Caller;

beforeAll(async () => {
  server = await startServer({
    env: { POSTIL_BODY_LIMIT: String(bytes), POSTIL_RATE_LIMIT: String(requests) },
  });
  owner = caller(server.url, server.ownerKey);
});

/** A user with this many bytes in the request's body. */
const user = (name: string, size: number) => JSON.stringify({ name }).padEnd(size, ' ');

/** The same without a Content-Length, in several parts. */
function inParts(text: string): RequestInit {
  const parts = text.match(/.{1,1000}/g) ?? [];
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: Readable.toWeb(Readable.from(parts.map((part) => Buffer.from(part)))) as ReadableStream,
    duplex: 'half',
  } as RequestInit;
}

async function names(): Promise<string[]> {
  const answer = await owner('/rest/v1/users?select=name&order=name&name=neq.owner');
  return ((await answer.json()) as { name: string }[]).map(({ name }) => name);
}

async function createKey(): Promise<string> {
  const answer = await owner('/rest/v1/rpc/create_api_key', post({ name: 'test' }));
  return ((await answer.json()) as { api_key: string }[])[0]?.api_key ?? '';
}

describe('a body', () => {
  test('of the limit is taken, with its length said before or not', async () => {
    expect((await owner('/rest/v1/users', { method: 'POST', body: user('a', bytes) })).status).toBe(201);
    expect((await owner('/rest/v1/users', inParts(user('b', bytes)))).status).toBe(201);
    expect(await names()).toEqual(['a', 'b']);
  });

  test.for([bytes + 1, 4 * bytes])('of %s bytes is refused, and nothing is stored', async (size) => {
    const before = await names();
    const known = await owner('/rest/v1/users', { method: 'POST', body: user('c', size) });
    const body = await expectError(known, 413, 'PN413');
    expect(body.message).toContain(String(bytes));
    expect(body.hint).toContain('POSTIL_BODY_LIMIT');
    await expectError(await owner('/rest/v1/users', inParts(user('d', size))), 413, 'PN413');
    expect(await names()).toEqual(before);
  });
});

describe('a body that is far too large', () => {
  const length = 1_000_000;

  test.for<[string, Record<string, string>, string]>([
    ['said to be so', { 'Content-Length': String(length) }, ''],
    ['found to be so', { 'Transfer-Encoding': 'chunked' }, `${length.toString(16)}\r\n${' '.repeat(length)}`],
  ])('is refused before all of it has come, when it is %s', async ([, headers, sent]) => {
    const request = head('POST /rest/v1/users', { ...headers, apikey: server.ownerKey });
    const { status, body } = parse(await answerTo(server.url, request + sent));
    expect([status, JSON.parse(body).code]).toEqual([413, 'PN413']);
  });
});

describe('a body that breaks off', () => {
  /** Whole rows, but fewer than announced. */
  const part = 'name\nbroken1\nbroken2\n';
  const ways: [string, Record<string, string>, string][] = [
    ['with a length', { 'Content-Length': '1000' }, part],
    ['without a length', { 'Transfer-Encoding': 'chunked' }, `${part.length.toString(16)}\r\n${part}\r\n`],
  ];

  test.for(ways)('%s stores nothing, and harms nobody', async ([, headers, sent]) => {
    const before = await names();
    const key = await createKey();
    const request = head('POST /rest/v1/users', { ...headers, 'Content-Type': 'text/csv', apikey: key });
    for (let times = 0; times < requests / 4; times += 1) {
      const socket = open(server.url);
      socket.write(request + sent, () => socket.destroy());
      await once(socket, 'close');
    }
    for (let times = 0; times < requests / 4; times += 1) {
      expect((await caller(server.url, key)('/rest/v1/rpc/me')).status).toBe(200);
    }
    expect(await names()).toEqual(before);
  });
});

describe('requests a minute', () => {
  test('are counted by key', async () => {
    const [one, other] = [caller(server.url, await createKey()), caller(server.url, await createKey())];
    // The first time, a key is not known yet to be one.
    for (const key of [one, other]) expect((await key('/rest/v1/rpc/me')).status).toBe(200);
    for (let left = requests - 1; left >= 0; left -= 1) {
      const answer = await one('/rest/v1/rpc/me');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('x-ratelimit-remaining')).toBe(String(left));
    }
    const refused = await one('/rest/v1/rpc/me');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const body = await expectError(refused, 429, 'PN429');
    expect(body.hint).toContain('POSTIL_RATE_LIMIT');
    await expectError(await one('/v1/namespaces/default/datasets/x/export'), 429, 'PN429');
    expect((await other('/rest/v1/rpc/me')).status).toBe(200);
  });

  test('are counted by token', async () => {
    const one = caller(server.url, await token({ role: 'service_role' }, secretsOf(server).jwt_secret));
    for (let sent = 0; sent <= requests; sent += 1) expect((await one('/rest/v1/rpc/me')).status).toBe(200);
    await expectError(await one('/rest/v1/rpc/me'), 429, 'PN429');
  });

  test('are counted by address for nobody, and for who makes up keys and tokens', async () => {
    const madeUp = async (sent: number) => {
      if (sent % 3 === 0) return caller(server.url);
      if (sent % 3 === 1) return caller(server.url, `postil_${sent}`);
      return caller(
        server.url,
        await token({ role: 'service_role', sent }, 'not the secret of this project'),
      );
    };
    const statuses: number[] = [];
    for (let sent = 0; sent < requests + 3; sent += 1)
      statuses.push((await (await madeUp(sent))('/rest/v1/users')).status);
    const taken = statuses.indexOf(429);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(requests);
    expect(new Set(statuses.slice(0, taken))).toEqual(new Set([401]));
    expect(new Set(statuses.slice(taken))).toEqual(new Set([429]));
    // Who is known is not held up by who is not.
    expect((await owner('/v1/namespaces/default/datasets/x/export')).status).toBe(404);
  });

  test('are not counted for who looks after the server', async () => {
    for (let sent = 0; sent <= requests; sent += 1) {
      for (const path of ['/live', '/ready']) expect((await fetch(server.url + path)).status).toBe(200);
    }
  });
});

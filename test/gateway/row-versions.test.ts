/** ETags of single rows: what is unchanged is not sent again, and what has changed is not overwritten. */
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { type Caller, caller, expectError, post, runFileOf, secretsOf, token } from './http.ts';
import { startGateway } from './stub.ts';

let server: Server;
let call: Caller;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startServer();
  call = caller(server.url, server.ownerKey);
  const made = async (path: string, body: unknown) => {
    const answer = await call(path, post(body, { prefer: 'return=representation' }));
    expect(answer.ok, await answer.clone().text()).toBe(true);
    return ((await answer.json()) as { id: string }[])[0] as { id: string };
  };
  await made('/rest/v1/namespaces', { key: 'team', metadata: { a: [1], postil_version: '7' } });
  await made('/rest/v1/rpc/create_dataset', {
    namespace: 'team',
    definition: { key: 'mail', fields: [{ name: 'text' }], questions: [{ name: 'mood', type: 'text' }] },
  });
  const record = { namespace: 'team', dataset: 'mail', fields: { text: 'Dear "all",\\n\u{1f600}' } };
  ids['record'] = (await made('/rest/v1/records', record)).id;
  ids['user'] = (await made('/rest/v1/users', { name: 'ann' })).id;
  await made('/rest/v1/responses', {
    namespace: 'team',
    record_id: ids['record'],
    status: 'draft',
    values: {},
  });
  ids['me'] = ((await (await call('/rest/v1/rpc/me')).json()) as { id: string }[])[0]?.id as string;
});

/** Each is one row, with a column that may be changed, and two values for it. */
const rows: [string, () => string, string, unknown, unknown][] = [
  ['a namespace', () => 'namespaces?key=eq.team', 'description', 'Old', 'New'],
  ['a dataset', () => 'datasets?namespace=eq.team&key=eq.mail', 'guidelines', 'Old', 'New'],
  ['a question', () => 'questions?namespace=eq.team&dataset=eq.mail&name=eq.mood', 'title', 'Old', 'New'],
  ['a record', () => `records?namespace=eq.team&id=eq.${ids['record']}`, 'metadata', { v: 1 }, { v: 2 }],
  [
    'a response',
    () => `responses?namespace=eq.team&record_id=eq.${ids['record']}&user_id=eq.${ids['me']}`,
    'values',
    { mood: { value: 'old' } },
    { mood: { value: 'new' } },
  ],
];

const patch = (body: object, headers: Record<string, string> = {}): RequestInit => ({
  method: 'PATCH',
  body: JSON.stringify(body),
  headers,
});

async function tagOf(path: string): Promise<string> {
  const answer = await call(path);
  const tag = answer.headers.get('etag');
  expect([answer.status, tag]).toEqual([200, expect.stringMatching(/^"\d+"$/)]);
  return tag as string;
}

describe.for(rows)('%s', ([, below, column, before, after]) => {
  const path = () => `/rest/v1/${below()}`;

  test('is not sent again while it is the same', async () => {
    const tag = await tagOf(path());
    for (const ifNoneMatch of [tag, `W/${tag}`, `"1", ${tag}`, '*']) {
      const answer = await call(path(), { headers: { 'if-none-match': ifNoneMatch } });
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, tag, '']);
    }
    const other = await call(path(), { headers: { 'if-none-match': '"1"' } });
    expect([other.status, other.headers.get('etag')]).toEqual([200, tag]);
  });

  test('is changed by whoever knows it as it is, and by nobody else', async () => {
    expect((await call(path(), patch({ [column]: before }))).status).toBe(204);
    const tag = await tagOf(path());
    expect(await call(path(), patch({ [column]: after }, { 'if-match': tag }))).toMatchObject({
      status: 204,
    });
    const newer = await tagOf(path());
    expect(newer).not.toBe(tag);
    const stale = await call(path(), patch({ [column]: before }, { 'if-match': tag }));
    expect(stale.headers.get('etag')).toBe(newer);
    const { details } = await expectError(stale, 412, 'PN412');
    const [now] = (await (await call(path())).json()) as [Record<string, unknown>];
    expect(JSON.parse(details as string)).toEqual(now);
    expect(now[column]).toEqual(after);
    await expectError(await call(path(), { method: 'DELETE', headers: { 'if-match': tag } }), 412, 'PN412');
    expect(await tagOf(path())).toBe(newer);
  });

  test('keeps its tag when nothing changes', async () => {
    expect((await call(path(), patch({ [column]: after }))).status).toBe(204);
    const tag = await tagOf(path());
    expect((await call(path(), patch({ [column]: after }))).status).toBe(204);
    expect(await tagOf(path())).toBe(tag);
  });
});

describe('what is read', () => {
  const namespace = '/rest/v1/namespaces?key=eq.team';
  const read = async (path: string, init: RequestInit = {}) => {
    const answer = await call(path, init);
    return { tag: answer.headers.get('etag'), text: await answer.text(), headers: answer.headers };
  };

  test('is what PostgREST sends, byte for byte', async () => {
    const direct = await fetch(`${runFileOf(server).rest_url}/namespaces?key=eq.team`, {
      headers: {
        authorization: `Bearer ${await token({ role: 'service_role' }, secretsOf(server).jwt_secret)}`,
      },
    });
    const { text, headers } = await read(namespace);
    expect(text).toBe(await direct.text());
    for (const name of ['content-range', 'content-type'])
      expect(headers.get(name)).toBe(direct.headers.get(name));
    expect(headers.get('content-location')).toBe(namespace);
  });

  test('may be some columns, an object, a HEAD', async () => {
    const { tag, text } = await read(`${namespace}&select=key,metadata`);
    expect([tag, text]).toEqual([
      expect.any(String),
      '[{"key":"team","metadata":{"a": [1], "postil_version": "7"}}]',
    ]);
    const accept = 'application/vnd.pgrst.object+json';
    expect(
      await read('/rest/v1/namespaces?name=is.null&key=neq.default&select=key', { headers: { accept } }),
    ).toMatchObject({
      tag,
      text: '{"key":"team"}',
    });
    expect(await read(namespace, { method: 'HEAD' })).toMatchObject({ tag, text: '' });
    expect(await read(`${namespace}&select=v:version`)).toMatchObject({ tag, text: `[{"v":${tag}}]` });
  });

  test.for([
    ['several rows', '/rest/v1/namespaces'],
    ['no row', '/rest/v1/namespaces?key=eq.none'],
    ['rows of several tables', `${namespace}&select=*,datasets(key)`],
    ['a table without versions', '/rest/v1/users?id=eq.00000000-0000-0000-0000-000000000000'],
    ['another filter on the key', '/rest/v1/namespaces?key=in.(team)'],
    ['a function', '/rest/v1/rpc/me'],
  ])('has no tag: %s', async ([, path = '']) => {
    const { tag, text } = await read(path, { headers: { 'if-none-match': '*' } });
    expect([tag, text]).toEqual([null, expect.stringMatching(/^[[{]/)]);
    expect(text).not.toContain('"postil_version":"');
  });

  test('has no tag as CSV', async () => {
    expect(await read(namespace, { headers: { accept: 'text/csv' } })).toMatchObject({ tag: null });
  });
});

describe('If-Match', () => {
  const namespace = '/rest/v1/namespaces?key=eq.team';

  test.for([
    ['a query that names no row', '/rest/v1/namespaces?name=eq.x', 'PATCH', 'key=eq.…'],
    ['half a key', '/rest/v1/datasets?key=eq.mail', 'DELETE', 'namespace=eq.…&key=eq.…'],
    ['a table without versions', '/rest/v1/users?id=eq.x', 'PATCH', 'tables whose rows have a version'],
    ['a function', '/rest/v1/rpc/me', 'POST', 'PATCH and DELETE'],
    ['an insertion', '/rest/v1/namespaces', 'POST', 'PATCH and DELETE'],
  ])('is refused for %s', async ([, path = '', method, hint]) => {
    const answer = await call(path, { method: method as string, body: '{}', headers: { 'if-match': '"1"' } });
    expect((await expectError(answer, 400, 'PN400')).hint).toContain(hint);
  });

  test('of what is not there fails', async () => {
    for (const ifMatch of ['*', '"1"']) {
      const answer = await call(
        '/rest/v1/namespaces?key=eq.none',
        patch({ name: 'x' }, { 'if-match': ifMatch }),
      );
      expect(await expectError(answer, 412, 'PN412')).toMatchObject({ details: null });
    }
  });

  test('is any of several, none of which is weak; * is any row', async () => {
    const tag = await tagOf(namespace);
    await expectError(await call(namespace, patch({ name: 'x' }, { 'if-match': `W/${tag}` })), 412, 'PN412');
    expect((await call(namespace, patch({ name: 'y' }, { 'if-match': `"1", ${tag}` }))).status).toBe(204);
    expect((await call(namespace, patch({ name: 'z' }, { 'if-match': '*' }))).status).toBe(204);
  });

  test('keeps what else is asked for', async () => {
    const headers = {
      'if-match': await tagOf(namespace),
      prefer: 'return=representation',
      accept: 'application/vnd.pgrst.object+json',
    };
    const answer = await call(`${namespace}&select=name`, patch({ name: 'one' }, headers));
    expect([answer.status, await answer.text()]).toEqual([200, '{"name":"one"}']);
    await expectError(await call(`${namespace}&select=name`, patch({ name: 'two' }, headers)), 412, 'PN412');
  });

  test('says nothing new of a row that may be seen but not changed', async () => {
    const { data } = await createClient(server.url, server.ownerKey, { db: { schema: 'postil' } }).rpc(
      'create_api_key',
      { name: 'k', user_id: ids['user'] },
    );
    await call('/rest/v1/members', post({ namespace: 'team', user_id: ids['user'], role: 'viewer' }));
    const viewer = caller(server.url, (data as { api_key: string }[])[0]?.api_key);
    const tag = await tagOf(namespace);
    const before = await (await call(namespace)).text();
    expect((await viewer(namespace, patch({ name: 'mine' }, { 'if-match': tag }))).status).toBe(
      (await viewer(namespace, patch({ name: 'mine' }))).status,
    );
    expect(await (await call(namespace)).text()).toBe(before);
  });

  test('tells of the row, whatever else is asked of it', async () => {
    const stale = await call(`${namespace}&name=eq.another`, patch({ name: 'x' }, { 'if-match': '"1"' }));
    const { details } = await expectError(stale, 412, 'PN412');
    expect(JSON.parse(details as string)).toMatchObject({ key: 'team' });
  });

  test('counts rows, and does not guess them', async () => {
    const headers = { 'if-match': '"1"', prefer: 'count=planned' };
    await expectError(await call(namespace, { method: 'DELETE', headers }), 412, 'PN412');
  });

  test('is not said to have failed when nobody can tell', async () => {
    const { url } = await startGateway((_, response) => response.end('[]')); // And no database.
    const answer = await fetch(`${url}${namespace}`, patch({ name: 'x' }, { 'if-match': '"1"' }));
    await expectError(answer, 503, 'PN503');
  });

  test('lets one of many through', async () => {
    const tag = await tagOf(namespace);
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, nth) =>
        call(namespace, patch({ name: `n${nth}` }, { 'if-match': tag })),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(15).fill(412)]);
  });

  test('is not needed: edits of different columns both stay', async () => {
    await Promise.all([
      call(namespace, patch({ name: 'both' })),
      call(namespace, patch({ description: 'stay' })),
    ]);
    expect(await (await call(`${namespace}&select=name,description`)).json()).toEqual([
      { name: 'both', description: 'stay' },
    ]);
  });
});

/** Errors have one shape and the status that their code asks for; PostgREST's own come through as they are. */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { type Caller, caller, expectError, post, runFileOf, secretsOf, token } from './http.ts';
import { exchange, parse } from './raw.ts';

let server: Server;
let owner: Caller;
let annotator: Caller;
/** The same user as owner, at PostgREST itself. */
let direct: Caller;

beforeAll(async () => {
  server = await startServer();
  owner = caller(server.url, server.ownerKey);
  await owner('/rest/v1/namespaces', post({ key: 'demo' }));
  const questions = [{ name: 'label', type: 'text' }];
  const definition = { key: 'mail', fields: [{ name: 'text' }], questions };
  await owner('/rest/v1/rpc/create_dataset', post({ namespace: 'demo', definition }));
  const made = await owner('/rest/v1/users', post({ name: 'ann' }, { prefer: 'return=representation' }));
  const [{ id }] = (await made.json()) as [{ id: string }];
  await owner('/rest/v1/members', post({ namespace: 'demo', user_id: id, role: 'annotator' }));
  const sign = (sub: string) => token({ role: 'authenticated', sub }, secretsOf(server).jwt_secret);
  annotator = caller(server.url, await sign(id));
  const [me] = (await (await owner('/rest/v1/rpc/me')).json()) as [{ id: string }];
  direct = caller(String(runFileOf(server).rest_url), await sign(me.id));
});

const patch = (body: unknown): RequestInit => ({ method: 'PATCH', body: JSON.stringify(body) });
const rpc = (name: string, args: unknown) => [`/rest/v1/rpc/${name}`, post(args)] as const;

describe('codes of the database', () => {
  test('PN403 is 403', async () => {
    await expectError(await annotator(...rpc('verify', {})), 403, 'PN403');
    const body = await expectError(
      await annotator(
        ...rpc('create_api_key', { name: 'x', user_id: '00000000-0000-0000-0000-000000000000' }),
      ),
      403,
      'PN403',
    );
    expect(body.hint).not.toBeNull();
  });

  test('PN404 is 404', async () => {
    const rows = [{ fields: { text: 'x' } }];
    await expectError(
      await owner(...rpc('upsert_records', { namespace: 'demo', dataset: 'none', rows })),
      404,
      'PN404',
    );
    const id = '00000000-0000-0000-0000-000000000000';
    await expectError(await owner(...rpc('revoke_api_key', { id })), 404, 'PN404');
  });

  test('PN409 is 409', async () => {
    await expectError(await owner('/rest/v1/namespaces?key=eq.demo', patch({ key: 'other' })), 409, 'PN409');
  });

  test('PN422 is 422', async () => {
    const rows = [{ fields: { text: 'x' }, colour: 'red' }];
    const body = await expectError(
      await owner(...rpc('upsert_records', { namespace: 'demo', dataset: 'mail', rows })),
      422,
      'PN422',
    );
    expect(body.message).toContain('colour');
    await expectError(
      await owner(...rpc('create_dataset', { namespace: 'demo', definition: [] })),
      422,
      'PN422',
    );
  });
});

describe("the gateway's own", () => {
  test.for([
    ['GET', '/nothing?apikey=secret'],
    ['GET', '/rest/v1'],
    ['GET', '/rest/v2/users'],
    ['POST', '/live'],
    ['PROPFIND', '/rest/v1/users'],
    ['GET', '/rest/v1/users/1'],
    ['GET', '/rest/v1/rpc/me/1'],
    ['GET', '/rest/v1//'],
  ])('%s %s is not there', async ([method = '', path = '']) => {
    const body = await expectError(await owner(path, { method }), 404, 'PN404');
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  test('a path that is no path', async () => {
    const answer = await owner('/rest/v1/%zz');
    expect(answer.headers.get('x-request-id')).not.toBeNull();
    await expectError(answer, 400, 'PN400');
    await expectError(await owner(`/v1/namespaces/${'a'.repeat(600)}/datasets/x/export`), 414, 'PN414');
  });

  test('a head that is too large', async () => {
    const body = await expectError(
      await owner('/live', { headers: { 'x-big': 'a'.repeat(20_000) } }),
      431,
      'PN431',
    );
    expect(body.message).toContain('too large');
  });

  test('what is not HTTP', async () => {
    const { body, status, headers } = parse(await exchange(server.url, 'HELO postil\r\n\r\n'));
    await expectError(new Response(body, { status, headers }), 400, 'PN400');
  });

  test.for([
    ['namespaces/demo/datasets/none', 404, 'PN404'],
    ['namespaces/none/datasets/mail', 404, 'PN404'],
    ['namespaces/demo/datasets/%00', 422, 'PN422'],
  ] as const)('no export of %s', async ([path, status, code]) => {
    await expectError(await owner(`/v1/${path}/export`), status, code);
  });

  test('no export for a user that there cannot be', async () => {
    const odd = await token({ role: 'authenticated', sub: 'ann' }, secretsOf(server).jwt_secret);
    await expectError(
      await caller(server.url, odd)('/v1/namespaces/demo/datasets/mail/export'),
      422,
      'PN422',
    );
  });

  test('no export in a format that there is not', async () => {
    await expectError(await owner('/v1/namespaces/demo/datasets/mail/export?format=xml'), 422, 'PN422');
  });
});

describe("PostgREST's own", () => {
  const asked: [string, RequestInit, number, string][] = [
    ['/nothing', {}, 404, '42P01'],
    ['/rpc/nothing', post({}), 404, 'PGRST202'],
    ['/users?select=colour', {}, 400, '42703'],
    ['/users?colour=eq.red', {}, 400, '42703'],
    ['/users?name=red', {}, 400, 'PGRST100'],
    ['/users', { method: 'POST', body: '{"name": ' }, 400, 'PGRST102'],
    ['/users', post({ name: 'x' }, { 'content-type': 'text/plain' }), 400, 'PGRST102'],
    ['/users?columns=colour', post({ colour: 'red' }), 400, 'PGRST204'],
    ['/users', post({ name: 'ann' }), 409, '23505'],
    ['/users', post({ name: '' }), 400, '23514'],
    ['/users?id=eq.1', {}, 400, '22P02'],
    ['/records', post({ namespace: 'demo', dataset: 'none', fields: {} }), 409, '23503'],
    [
      '/records?id=eq.00000000-0000-0000-0000-000000000000',
      { headers: { accept: 'application/vnd.pgrst.object+json' } },
      406,
      'PGRST116',
    ],
    ['/users', { headers: { accept: 'image/png' } }, 415, 'PGRST107'],
    ['/users', { headers: { 'accept-profile': 'postil_private' } }, 406, 'PGRST106'],
    ['/users?offset=100', { headers: { prefer: 'count=exact' } }, 416, 'PGRST103'],
    ['/records', patch({ status: 'completed' }), 400, '428C9'],
  ];

  test.for(asked)('%s %o', async ([path, init, status, code]) => {
    const answer = await owner(`/rest/v1${path}`, init);
    const straight = await direct(path, init);
    expect(await answer.clone().text()).toBe(await straight.text());
    expect(answer.status).toBe(straight.status);
    await expectError(answer, status, code);
  });
});

test('an error inside the database tells nothing of it', async () => {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query('alter function postil_private.find_api_key(bytea) rename to hidden');
  try {
    const body = await expectError(
      await caller(server.url, 'some-other-key')('/rest/v1/users'),
      503,
      'PN503',
    );
    expect(JSON.stringify(body)).not.toContain('find_api_key');
  } finally {
    await client.query('alter function postil_private.hidden(bytea) rename to find_api_key');
    await client.end();
  }
});

test('what is referred to cannot be deleted: a conflict, in the words of either PostgreSQL', async () => {
  expect((await owner('/rest/v1/namespaces', post({ key: 'held' }))).status).toBe(201);
  const dataset = { namespace: 'held', definition: { key: 'd', status: 'draft' } };
  expect((await owner('/rest/v1/rpc/create_dataset', post(dataset))).status).toBe(200);
  const answer = await owner('/rest/v1/namespaces?key=eq.held', { method: 'DELETE' });
  await expectError(answer, 409, '23001'); // 23503 before PostgreSQL 18.
});

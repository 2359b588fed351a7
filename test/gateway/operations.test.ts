/** What whoever runs Postil asks it: health, metrics, the API's description; and which pages may ask. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { caller, post, runFileOf, secretsOf, token } from './http.ts';
import { startBefore } from './stub.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});

describe('health', () => {
  test('is told to anybody', async () => {
    const live = await fetch(`${server.url}/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    const ready = await fetch(`${server.url}/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    expect((await fetch(`${server.url}/ready`, { method: 'HEAD' })).status).toBe(200);
  });
});

describe('/metrics', () => {
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  const count = (text: string, labels: string) =>
    Number(new RegExp(`^postil_http_requests_total\\{${labels}\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);

  test('are in the format of Prometheus', async () => {
    const answer = await fetch(`${server.url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const line of (await answer.text()).split('\n').filter(Boolean)) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? (-?[\d.e+-]+|NaN|\+Inf))$/);
    }
  });

  test('count requests by route, method and status, not by what they ask for', async () => {
    const ours = (status: number, method = 'GET') =>
      `route="/rest/v1/\\*",method="${method}",status="${status}"`;
    const before = await metrics();
    const owner = caller(server.url, server.ownerKey);
    for (let sent = 0; sent < 3; sent += 1) await owner(`/rest/v1/users?name=eq.secret${sent}`);
    await owner('/rest/v1/namespaces', post({ key: 'counted' }));
    await owner('/rest/v1/secret');
    await fetch(`${server.url}/secret`);
    // The answer leaves before it is counted.
    await expect.poll(async () => count(await metrics(), 'route="none",method="GET",status="404"')).toBe(1);
    const after = await metrics();
    expect(count(after, ours(200)) - count(before, ours(200))).toBe(3);
    expect(count(after, ours(201, 'POST')) - count(before, ours(201, 'POST'))).toBe(1);
    expect(count(after, ours(404)) - count(before, ours(404))).toBe(1);
    expect(after).not.toContain('secret');
    expect(after).toMatch(/^postil_http_request_seconds_count\{route="\/rest\/v1\/\*"\} \d+$/m);
    expect(after).toMatch(/^process_resident_memory_bytes \d+$/m);
  });
});

test('/openapi.json describes the tables, the functions and the gateway itself', async () => {
  const answer = await fetch(`${server.url}/openapi.json`);
  expect(answer.headers.get('content-type')).toContain('application/json');
  const description = (await answer.json()) as {
    swagger: string;
    host: string;
    basePath: string;
    schemes: string[];
    paths: Record<string, Record<string, object>>;
    definitions: Record<string, { properties: object }>;
  };
  expect(description).toMatchObject({
    swagger: '2.0',
    host: new URL(server.url).host,
    basePath: '/',
    schemes: ['http'],
  });
  const { paths, definitions } = description;
  expect(Object.keys(paths['/rest/v1/records'] ?? {}).sort()).toEqual(['delete', 'get', 'patch', 'post']);
  expect(Object.keys(definitions['records']?.properties ?? {})).toContain('submitted_count');
  for (const path of [
    '/rest/v1/rpc/upsert_records',
    '/live',
    '/ready',
    '/metrics',
    '/openapi.json',
    '/v1/namespaces/{namespace}/datasets/{dataset}/export',
  ]) {
    expect(paths).toHaveProperty([path]);
  }
  expect(Object.keys(paths).filter((path) => !/^\/(rest\/v1|v1)\/|^\/[a-z.]+$/.test(path))).toEqual([]);
});

describe('pages of other origins', () => {
  const page = { origin: 'https://app.example' };
  const preflight = {
    ...page,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'apikey',
  };
  const allowed = (answer: Response) =>
    [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));

  test('may not ask', async () => {
    const owner = caller(server.url, server.ownerKey);
    for (const path of ['/rest/v1/users', '/rest/v1/nothing', '/live', '/nothing']) {
      expect(allowed(await owner(path, { headers: page }))).toEqual([]);
      expect(allowed(await owner(path, { method: 'OPTIONS', headers: preflight }))).toEqual([]);
    }
  });

  test('may ask when they are configured, and no others', async () => {
    const url = await startBefore(String(runFileOf(server).rest_url), {
      corsOrigins: ['https://app.example', 'https://b.example'],
    });
    const asked = await fetch(`${url}/rest/v1/users`, { method: 'OPTIONS', headers: preflight });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(asked.headers.get('access-control-allow-methods')).toMatch(/PATCH/);
    expect(asked.headers.get('access-control-allow-headers')).toBe('apikey');
    expect(asked.headers.get('vary')).toMatch(/origin/i);

    // The secret is another one, so PostgREST refuses this token; a page is to see why.
    const apikey = await token({ role: 'service_role' }, `${secretsOf(server).jwt_secret}x`);
    const answer = await fetch(`${url}/rest/v1/users`, { headers: { ...page, apikey } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Content-Range');

    const evil = await fetch(`${url}/rest/v1/users`, { headers: { origin: 'https://evil.example' } });
    expect(evil.headers.get('access-control-allow-origin')).toBeNull();
  });
});

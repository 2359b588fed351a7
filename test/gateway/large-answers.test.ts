/** Large answers arrive whole, and as PostgREST gave them. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';
import { caller, runFileOf, secretsOf, superuserUrl, token } from './http.ts';
import { head, open } from './raw.ts';

const rows = 20_000;
let server: Server;
let key: string;

beforeAll(async () => {
  server = await startServer({ env: { POSTIL_EXPORT_STALL_SECONDS: '1' } });
  const database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
  await database.query(`
    insert into postil.datasets (namespace, key) values ('default', 'large');
    insert into postil.fields (namespace, dataset, name) values ('default', 'large', 'text')`);
  await database.query(
    `insert into postil.records (namespace, dataset, external_id, fields)
     select 'default', 'large', i::text, jsonb_build_object('text', i || repeat(' ü€😀 "', 20))
     from generate_series(1, $1::integer) as i`,
    [rows],
  );
  await database.end();
  key = await token({ role: 'service_role' }, secretsOf(server).jwt_secret);
});

test.for(['application/json', 'text/csv'])('of type %s', async (accept) => {
  const direct = String(runFileOf(server).rest_url);
  const read = async (url: string) => {
    const answer = await caller(url, key)('/records?order=id', { headers: { accept } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, type: answer.headers.get('content-type'), bytes };
  };
  const [ours, theirs] = await Promise.all([read(`${server.url}/rest/v1`), read(direct)]);
  expect(ours.bytes.length).toBeGreaterThan(5_000_000);
  expect({ ...ours, bytes: sha256(ours.bytes) }).toEqual({ ...theirs, bytes: sha256(theirs.bytes) });
});

test('to several at once, some of whom leave', async () => {
  const asked = Array.from({ length: 6 }, async (_, place) => {
    const leaving = new AbortController();
    const answer = await caller(server.url, key)('/rest/v1/records?select=external_id,fields', {
      signal: leaving.signal,
    });
    if (place % 2 === 0) return ((await answer.json()) as unknown[]).length;
    leaving.abort();
    return answer.text().catch(() => 'left');
  });
  expect(await Promise.all(asked)).toEqual([rows, 'left', rows, 'left', rows, 'left']);
});

test('of an export, line by line', async () => {
  const answer = await caller(server.url, key)('/v1/namespaces/default/datasets/large/export');
  expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  const lines = (await answer.text()).trimEnd().split('\n');
  expect(lines.length).toBe(rows);
  const ids = lines.map((line) => (JSON.parse(line) as { external_id: string }).external_id);
  expect(new Set(ids).size).toBe(rows);
});

describe('an export that nobody waits for gives its session back', () => {
  /** Two, because a transaction sees the activity of its beginning. */
  let observer: pg.Client;
  let locker: pg.Client;
  beforeAll(async () => {
    observer = new pg.Client({ connectionString: superuserUrl(server) });
    locker = new pg.Client({ connectionString: superuserUrl(server) });
    await Promise.all([observer.connect(), locker.connect()]);
  });
  afterAll(() => Promise.all([observer.end(), locker.end()]));

  /** More than there are sessions for exports. */
  const many = Array.from({ length: 15 });
  const sessions = async (state: string) => {
    const { rows: found } = await observer.query(
      `select from pg_stat_activity where application_name = 'postil export' and ${state}`,
    );
    return found.length;
  };
  const leave = (format: string) => {
    const leaving = new AbortController();
    const path = `/v1/namespaces/default/datasets/large/export?format=${format}`;
    return { answer: caller(server.url, key)(path, { signal: leaving.signal }), leaving };
  };
  const untilAllBack = async () => {
    await expect.poll(() => sessions(`state like 'idle in transaction%'`), { timeout: 10_000 }).toBe(0);
    const last = await caller(server.url, key)('/v1/namespaces/default/datasets/large/export');
    expect((await last.text()).split('\n').length).toBe(rows + 1);
  };

  test.for(['jsonl', 'csv'])('%s, when they leave as it begins', async (format) => {
    for (const _ of many) {
      const { answer, leaving } = leave(format);
      expect((await answer).status).toBe(200);
      leaving.abort();
    }
    await untilAllBack();
  });

  test.for(['jsonl', 'csv'])('%s, when they leave before it begins', async (format) => {
    await locker.query('begin; lock table postil.datasets in access exclusive mode');
    const all = many.map(() => leave(format));
    await expect.poll(() => sessions(`wait_event_type = 'Lock'`), { timeout: 10_000 }).toBe(4);
    for (const { answer, leaving } of all) {
      leaving.abort();
      await expect(answer).rejects.toThrow();
    }
    await locker.query('commit');
    await untilAllBack();
  });
});

test('exports that are not read keep nobody from the rest, and end', async () => {
  const path = '/v1/namespaces/default/datasets/large/export';
  const sockets = Array.from({ length: 12 }, () => open(server.url));
  for (const socket of sockets) socket.pause().write(head(`GET ${path}`, { apikey: key }));
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  expect((await caller(server.url, server.ownerKey)('/rest/v1/rpc/me')).status).toBe(200);
  const last = await caller(server.url, key)(path);
  expect((await last.text()).split('\n').length).toBe(rows + 1);
  for (const socket of sockets) socket.destroy();
});

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Clients that know PostgREST or Supabase and nothing of Postil work through the gateway, unmodified. */
import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { PostgrestClient } from '@supabase/postgrest-js';
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';

let server: Server;
let supabase: ReturnType<typeof connect>;
/** An annotator, who alone may write her responses. */
let ann: string;
let asAnn: ReturnType<typeof connect>;

const connect = (url: string, key: string) => createClient(url, key, { db: { schema: 'postil' } });

beforeAll(async () => {
  server = await startServer();
  supabase = connect(server.url, server.ownerKey);
  await supabase.from('namespaces').insert({ key: 'demo' }).throwOnError();
  const definition = {
    key: 'mail',
    fields: [{ name: 'text' }],
    questions: [{ name: 'label', type: 'text' }],
  };
  await supabase.rpc('create_dataset', { namespace: 'demo', definition }).throwOnError();
  const made = await supabase.from('users').insert({ name: 'ann' }).select().single().throwOnError();
  ann = made.data.id;
  await supabase
    .from('members')
    .insert({ namespace: 'demo', user_id: ann, role: 'annotator' })
    .throwOnError();
  const key = await supabase.rpc('create_api_key', { name: 'test', user_id: ann }).single().throwOnError();
  asAnn = connect(server.url, (key.data as { api_key: string }).api_key);
});

const record = (externalId: string, text = 'hi') => ({
  namespace: 'demo',
  dataset: 'mail',
  external_id: externalId,
  fields: { text },
});

const response = (recordId: string, status: string, value: string) => ({
  namespace: 'demo',
  record_id: recordId,
  user_id: ann,
  status,
  values: { label: { value } },
});

async function insertRecord(externalId: string): Promise<string> {
  const { data } = await supabase
    .from('records')
    .insert(record(externalId))
    .select('id')
    .single()
    .throwOnError();
  return data?.id;
}

describe('supabase-js', () => {
  test('inserts one and many, and gives back what is stored', async () => {
    const one = await supabase.from('records').insert(record('i1')).select().single();
    expect(one).toMatchObject({ error: null, status: 201, data: { external_id: 'i1', status: 'pending' } });
    const silent = await supabase.from('records').insert(record('i2'));
    expect(silent).toMatchObject({ error: null, status: 201, data: null });
    const many = await supabase
      .from('records')
      .insert([record('i3'), record('i4')])
      .select('external_id');
    expect(many.data).toEqual([{ external_id: 'i3' }, { external_id: 'i4' }]);
  });

  test('embeds children in their parent, and the parent in its child', async () => {
    const id = await insertRecord('e1');
    await asAnn
      .from('responses')
      .insert(response(id, 'submitted', 'spam'))
      .throwOnError();
    const down = await supabase
      .from('records')
      .select('external_id, status, responses(status, values, users(name)), suggestions(agent)')
      .eq('id', id)
      .single();
    expect(down.data).toEqual({
      external_id: 'e1',
      status: 'completed',
      responses: [{ status: 'submitted', values: { label: { value: 'spam' } }, users: { name: 'ann' } }],
      suggestions: [],
    });
    const up = await supabase
      .from('responses')
      .select('status, records!inner(external_id, datasets(key, namespaces(key)))')
      .eq('records.external_id', 'e1');
    expect(up.data).toEqual([
      {
        status: 'submitted',
        records: { external_id: 'e1', datasets: { key: 'mail', namespaces: { key: 'demo' } } },
      },
    ]);
  });

  test('filters, orders, counts exactly, and reads ranges', async () => {
    await supabase.from('records').insert(['r1', 'r2', 'r3', 'r4', 'r5'].map((id) => record(id, `no ${id}`)));
    const some = await supabase
      .from('records')
      .select('external_id', { count: 'exact' })
      .like('external_id', 'r%')
      .order('external_id', { ascending: false })
      .range(1, 2);
    expect(some).toMatchObject({
      error: null,
      status: 206,
      count: 5,
      data: [{ external_id: 'r4' }, { external_id: 'r3' }],
    });
    const head = await supabase
      .from('records')
      .select('*', { count: 'exact', head: true })
      .like('external_id', 'r%');
    expect(head).toMatchObject({ error: null, status: 200, count: 5, data: null });
    const odd = await supabase.from('records').select('external_id').eq('fields->>text', 'no r3');
    expect(odd.data).toEqual([{ external_id: 'r3' }]);
  });

  test('takes odd characters in filters', async () => {
    const id = `a,b."c" (d) & e=f % + ü ${String.fromCodePoint(0x1f600)} #?/`;
    await supabase.from('records').insert(record(id)).throwOnError();
    const found = await supabase.from('records').select('external_id').eq('external_id', id);
    expect(found.data).toEqual([{ external_id: id }]);
    const list = ['a,b (c)', 'ü & d'];
    await supabase.from('records').insert(list.map((one) => record(one)));
    const among = await supabase
      .from('records')
      .select('external_id')
      .in('external_id', list)
      .order('external_id');
    expect(among.data).toEqual([{ external_id: 'a,b (c)' }, { external_id: 'ü & d' }]);
  });

  test('updates what a filter finds', async () => {
    await insertRecord('u1');
    const updated = await supabase
      .from('records')
      .update({ metadata: { seen: true } })
      .eq('external_id', 'u1')
      .select('metadata');
    expect(updated).toMatchObject({ error: null, status: 200, data: [{ metadata: { seen: true } }] });
    const silent = await supabase.from('records').update({ metadata: {} }).eq('external_id', 'u1');
    expect(silent).toMatchObject({ error: null, status: 204, data: null });
  });

  test('upserts on a natural key', async () => {
    const id = await insertRecord('p1');
    const first = await asAnn
      .from('responses')
      .upsert(response(id, 'draft', 'ham'))
      .select();
    expect(first).toMatchObject({ error: null, status: 201 });
    const second = await asAnn
      .from('responses')
      .upsert(response(id, 'submitted', 'spam'))
      .select('status');
    expect(second).toMatchObject({ error: null, data: [{ status: 'submitted' }] });
    const status = () => supabase.from('records').select('status, submitted_count').eq('id', id).single();
    expect((await status()).data).toEqual({ status: 'completed', submitted_count: 1 });
    const third = await asAnn.from('responses').upsert(response(id, 'draft', 'ham'), {
      onConflict: 'namespace,record_id,user_id',
      ignoreDuplicates: true,
    });
    expect(third.error).toBeNull();
    expect((await status()).data).toEqual({ status: 'completed', submitted_count: 1 });
  });

  test('deletes, and a deleted response re-opens its record', async () => {
    const id = await insertRecord('d1');
    await asAnn
      .from('responses')
      .insert(response(id, 'submitted', 'spam'))
      .throwOnError();
    const deleted = await asAnn.from('responses').delete().match({ namespace: 'demo', record_id: id });
    expect(deleted).toMatchObject({ error: null, status: 204 });
    const left = await supabase.from('records').select('status').eq('id', id).single();
    expect(left.data).toEqual({ status: 'pending' });
    const gone = await supabase.from('records').delete({ count: 'exact' }).eq('id', id).select('id');
    expect(gone).toMatchObject({ error: null, count: 1, data: [{ id }] });
  });

  test('calls functions, by POST and by GET', async () => {
    const me = await supabase.rpc('me').single();
    expect(me.data).toMatchObject({ name: 'owner', owner: true });
    expect((await supabase.rpc('me', {}, { get: true })).data).toMatchObject([{ name: 'owner' }]);
    const progress = await supabase.rpc('dataset_progress', { namespace: 'demo', dataset: 'mail' });
    expect(progress).toMatchObject({ error: null, status: 200 });
  });

  test('reads CSV, and one row or none', async () => {
    const csv = await supabase.from('namespaces').select('key').order('key').csv();
    expect(csv.data).toBe('key\ndefault\ndemo');
    expect(await supabase.from('users').select().eq('id', randomUUID()).maybeSingle()).toMatchObject({
      data: null,
      error: null,
    });
  });

  test('gets errors with code, message, details and hint', async () => {
    const changed = await supabase.from('namespaces').update({ key: 'other' }).eq('key', 'demo');
    expect(changed.status).toBe(409);
    expect(changed.error).toMatchObject({ code: 'PN409' });
    expect(Object.keys(JSON.parse(JSON.stringify(changed.error))).sort()).toEqual(
      expect.arrayContaining(['code', 'details', 'hint', 'message']),
    );
    expect(changed.error?.message).not.toBe('');
    const twice = await supabase.from('users').insert({ name: 'ann' });
    expect(twice).toMatchObject({ status: 409, error: { code: '23505' } });
    const unknown = await supabase.from('records').select('colour');
    expect(unknown).toMatchObject({ status: 400, error: { code: '42703' } });
    const stranger = await connect(server.url, 'postil_nobody').from('users').select();
    expect(stranger).toMatchObject({ status: 401, error: { code: 'PN401' }, data: null });
  });
});

test('postgrest-js', async () => {
  const client = new PostgrestClient(`${server.url}/rest/v1`, {
    headers: { apikey: server.ownerKey },
    schema: 'postil',
  });
  const inserted = await client.from('records').insert(record('pg1')).select('external_id').single();
  expect(inserted).toMatchObject({ error: null, data: { external_id: 'pg1' } });
  const counted = await client.from('records').select('id', { count: 'exact' }).eq('external_id', 'pg1');
  expect(counted.count).toBe(1);
  expect((await client.rpc('me').single()).data).toMatchObject({ name: 'owner' });
});

const noCurl = spawnSync('curl', ['--version']).error !== undefined;

test.skipIf(noCurl)('curl (skipped where it is not installed)', async () => {
  const curl = async (args: string[], body?: string) => {
    const running = promisify(execFile)(
      'curl',
      [
        ...['-sS', '-w', '\n%{http_code}', '-H', `apikey: ${server.ownerKey}`, ...args],
        ...(body === undefined ? [] : ['-H', 'Content-Type: application/json', '--data-binary', '@-']),
      ],
      { maxBuffer: 10_000_000 },
    );
    running.child.stdin?.end(body);
    const { stdout } = await running;
    const at = stdout.lastIndexOf('\n');
    return { status: Number(stdout.slice(at + 1)), body: stdout.slice(0, at) };
  };
  const records = `${server.url}/rest/v1/records`;
  const ours = `${records}?select=metadata&external_id=eq.curl`;
  expect(await curl([records], JSON.stringify(record('curl')))).toEqual({ status: 201, body: '' });
  // Large enough for curl to ask first, with Expect: 100-continue.
  const metadata = { big: 'x'.repeat(2_000_000) };
  expect((await curl(['-X', 'PATCH', ours], JSON.stringify({ metadata }))).status).toBe(204);
  const read = await curl([ours]);
  expect(read.status).toBe(200);
  expect(JSON.parse(read.body)).toEqual([{ metadata }]);
  expect((await curl(['-X', 'DELETE', ours])).status).toBe(204);
  expect(await curl([ours])).toEqual({ status: 200, body: '[]' });
});

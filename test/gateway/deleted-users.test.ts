/** Deleting, restoring and erasing users over HTTP. */
import { createClient } from '@supabase/supabase-js';
import { beforeAll, expect, test } from 'vitest';
import { type Server, startServer } from '../support/server.ts';

let server: Server;
let supabase: ReturnType<typeof connect>;
const connect = (url: string, key: string) => createClient(url, key, { db: { schema: 'postil' } });

beforeAll(async () => {
  server = await startServer();
  supabase = connect(server.url, server.ownerKey);
});

async function makeUser(name: string): Promise<string> {
  const { data } = await supabase.from('users').insert({ name }).select().single().throwOnError();
  return data?.id;
}

test('a plain DELETE takes one user or many', async () => {
  const ids = await Promise.all(['one', 'two', 'three'].map(makeUser));
  const one = await supabase
    .from('users')
    .delete()
    .eq('id', ids[0] as string)
    .select('name');
  expect(one).toMatchObject({ status: 200, data: [{ name: 'one' }] });
  const many = await supabase.from('users').delete().in('id', ids).select('name');
  expect(new Set(many.data?.map(({ name }) => name))).toEqual(new Set(['two', 'three']));
  const { data } = await supabase
    .from('audit')
    .select('action, subject_name, role, function')
    .in('subject_id', ids)
    .order('subject_name');
  expect(data).toEqual(
    ['one', 'three', 'two'].map((name) => ({
      ...{ action: 'user.deleted', subject_name: name, role: 'authenticated', function: null },
    })),
  );
});

test('a key of who is deleted stops working within a second', async () => {
  const user_id = await makeUser('keyed');
  const { data } = await supabase
    .rpc('create_api_key', { name: 'k', user_id })
    .single<{ api_key: string }>()
    .throwOnError();
  const theirs = connect(server.url, data?.api_key as string);
  expect((await theirs.rpc('me')).data).toMatchObject([{ name: 'keyed' }]);
  await supabase.from('users').delete().eq('id', user_id).throwOnError();
  await expect.poll(async () => (await theirs.rpc('me')).error?.code).toBe('PN401');
});

test('preview, delete, restore, erase', async () => {
  const user_id = await makeUser('leaving');
  const preview = await supabase.rpc('user_deletion_preview', { user_id }).single();
  expect(preview.data).toMatchObject({ name: 'leaving', responses: 0, datasets: [], last_owner: false });
  const refused = await supabase.rpc('delete_user', { user_id, expected_responses: 7 });
  expect(refused).toMatchObject({ status: 412, error: { code: 'PN412' } });
  expect(JSON.parse(refused.error?.details as string)).toMatchObject({ responses: 0, datasets: [] });
  const deleted = await supabase.rpc('delete_user', { user_id, expected_responses: 0 }).single();
  expect(deleted.data).toMatchObject({ id: user_id, name: 'leaving', reopened: 0 });
  const restored = await supabase.rpc('restore_user', { user_id }).single();
  expect(restored.data).toMatchObject({ id: user_id, name: 'leaving', skipped: 0, conflicts: [] });
  expect(await supabase.rpc('restore_user', { user_id })).toMatchObject({ status: 409 });
  expect(await supabase.rpc('erase_user', { user_id, name: 'x' })).toMatchObject({ status: 422 });
  const erased = await supabase.rpc('erase_user', { user_id, name: 'leaving' }).single();
  expect(erased.data).toMatchObject({ id: user_id, responses: 0 });
  expect(await supabase.rpc('restore_user', { user_id })).toMatchObject({ status: 404 });
});

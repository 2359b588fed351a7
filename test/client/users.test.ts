/** Users who leave: looked at, deleted, brought back, forgotten. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { PostilError, Users } from '../../client/src/index.ts';
import { startServer } from '../support/server.ts';
import { type Demo, makeDemo } from './demo-dataset.ts';

let demo: Demo;
let users: Users;
let ids: string[];
beforeAll(async () => {
  demo = await makeDemo(await startServer({ env: { POSTIL_WORKER: 'off' } }));
  users = demo.owner.users;
  const { records } = demo.owner.namespace('demo').dataset('mail');
  await records.log(['a', 'b'].map((name) => ({ external_id: name, fields: { text: name } })));
  ids = [];
  for await (const record of records.iterate()) ids.push(record.id);
});

/** Somebody new, with two responses. */
let bob: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  const { rest } = demo.owner;
  const { data } = await rest
    .from('users')
    .insert({ name: `bob ${count}` })
    .select()
    .single()
    .throwOnError();
  bob = data.id;
  await rest.from('members').insert({ namespace: 'demo', user_id: bob, role: 'annotator' }).throwOnError();
  await demo.owner
    .namespace('demo')
    .dataset('mail')
    .responses.upsert(
      ids.map((record_id) => ({ record_id, user_id: bob, status: 'submitted', values: { label: 'spam' } })),
    );
  return () => rest.from('users').delete().eq('id', bob);
});

const statuses = async () => {
  const { data } = await demo.owner.rest.from('records').select('status').throwOnError();
  return data.map(({ status }) => status);
};

test('a preview says what goes', async () => {
  expect(await users.preview(bob)).toMatchObject({
    ...{ id: bob, name: `bob ${count}`, responses: 2, submitted: 2, reopens: 2, api_keys: 0 },
    datasets: [{ namespace: 'demo', dataset: 'mail', submitted: 2, draft: 0, discarded: 0, reopens: 2 }],
    memberships: [{ namespace: 'demo', role: 'annotator' }],
    ...{ last_owner: false, last_admin_of: [] },
  });
});

test('who is deleted can be restored', async () => {
  expect(await users.delete(bob, 2)).toMatchObject({ responses: 2, reopened: 2, memberships: 1 });
  expect(await statuses()).toEqual(['pending', 'pending']);
  expect(await users.restore(bob)).toMatchObject({ id: bob, responses: 2, completed: 2, conflicts: [] });
  expect(await statuses()).toEqual(['completed', 'completed']);
  await expect(users.restore(bob)).rejects.toMatchObject({ code: 'PN409', status: 409 });
});

test('another number of responses deletes nothing, and tells the numbers of now', async () => {
  const error = await users.delete(bob, 1).catch((reason: PostilError) => reason);
  expect(error).toMatchObject({ code: 'PN412', status: 412 });
  expect(JSON.parse((error as PostilError).details ?? '')).toMatchObject({ id: bob, responses: 2 });
  expect(await statuses()).toEqual(['completed', 'completed']);
});

test('what stands in the way of a restoration is left out when asked', async () => {
  await users.delete(bob, 2);
  await demo.owner.rest
    .from('users')
    .insert({ name: `bob ${count}` })
    .throwOnError();
  await expect(users.restore(bob)).rejects.toMatchObject({ code: 'PN409' });
  expect(await users.restore(bob, { onConflict: 'skip' })).toMatchObject({
    ...{ responses: 2, skipped: 1 },
    conflicts: [{ what: 'name', namespace: null, record_id: null }],
  });
});

test('somebody is deactivated and reactivated, and their responses count or not', async () => {
  expect(await users.deactivate(bob)).toMatchObject({ id: bob, deactivated_at: expect.any(String) });
  expect(await statuses()).toEqual(['completed', 'completed']);
  expect(await users.deactivate(bob, { excludeResponses: true })).toMatchObject({ responses_excluded: true });
  expect(await statuses()).toEqual(['pending', 'pending']);
  expect(await users.reactivate(bob)).toMatchObject({ deactivated_at: null, responses_excluded: false });
  expect(await statuses()).toEqual(['completed', 'completed']);
});

test('a deletion in the background is followed and cancelled', async () => {
  await expect(users.deletionProgress(bob)).rejects.toMatchObject({ code: 'PN404' });
  await expect(users.deleteInBackground(bob, { expectedResponses: 1 })).rejects.toMatchObject({
    code: 'PN412',
  });
  const running = { state: 'running', done: 0, total: 2, rate: null, eta_seconds: null };
  expect(await users.deleteInBackground(bob, { batchSize: 1, expectedResponses: 2 })).toMatchObject(running);
  expect(await users.deletionProgress(bob)).toMatchObject(running);
  expect(await users.cancelDeletion(bob)).toMatchObject({ ...running, state: 'cancelled' });
  await expect(users.deleteInBackground(bob, { batchSize: 0 })).rejects.toMatchObject({ code: 'PN422' });
});

test('somebody is erased by their name', async () => {
  await expect(users.erase(bob, 'bob')).rejects.toMatchObject({ code: 'PN422' });
  expect(await users.erase(bob, `bob ${count}`)).toMatchObject({ id: bob, responses: 2 });
  await expect(users.restore(bob)).rejects.toMatchObject({ code: 'PN404' });
});

test('all of it is for owners', async () => {
  const theirs = demo.annotator.users;
  for (const call of [
    () => theirs.preview(bob),
    () => theirs.delete(bob, 2),
    () => theirs.restore(bob),
    () => theirs.deactivate(bob),
    () => theirs.reactivate(bob),
    () => theirs.deleteInBackground(bob),
    () => theirs.deletionProgress(bob),
    () => theirs.cancelDeletion(bob),
    () => theirs.erase(bob, `bob ${count}`),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'PN403', status: 403 });
  }
  expect(await statuses()).toEqual(['completed', 'completed']);
});

/** The row of a namespace: read and changed, and what is in it left alone. */
import { beforeAll, expect, test } from 'vitest';
import type { NamespaceHandle, PostilError } from '../../client/src/index.ts';
import { startServer } from '../support/server.ts';
import { type Demo, makeDemo } from './demo-dataset.ts';

let demo: Demo;
let namespace: NamespaceHandle;
beforeAll(async () => {
  demo = await makeDemo(await startServer());
  namespace = demo.owner.namespace('demo');
  await namespace.dataset('mail').records.log([{ external_id: 'a', fields: { text: 'a' } }]);
});

/** Everything in it, with the transactions that wrote it. */
async function contents(): Promise<unknown> {
  const tables = ['datasets', 'fields', 'questions', 'records', 'members'] as const;
  return Promise.all(
    tables.map(async (table) => (await demo.owner.rest.from(table).select('*').throwOnError()).data),
  );
}

async function refusal(changes: object): Promise<PostilError> {
  return namespace.update(changes).then(
    () => {
      throw new Error('it was not refused');
    },
    (error) => error,
  );
}

test('what is given is changed; what is left out stays; null clears', async () => {
  const before = await contents();
  const first = await namespace.update({
    name: 'Demo',
    description: 'Mail',
    metadata: { team: [1, { a: null }] },
  });
  expect(first).toMatchObject({
    key: 'demo',
    name: 'Demo',
    description: 'Mail',
    metadata: { team: [1, { a: null }] },
  });
  const second = await namespace.update({ description: null });
  expect(second).toEqual({
    ...first,
    description: null,
    updated_at: second.updated_at,
    version: second.version,
    metadata_version: first.metadata_version + 1,
  });
  expect(second.version).not.toBe(first.version);
  expect(await namespace.fetch()).toEqual(second);
  expect(await contents()).toEqual(before);
});

test('an edit that changes nothing leaves the row as it was', async () => {
  const before = await namespace.update({ name: 'Same', metadata: {} });
  expect(await namespace.update({ name: 'Same', metadata: {} })).toEqual(before);
  expect(await namespace.update({})).toEqual(before);
});

test.for([
  ['contents', { flags: [] }, 'PGRST204'],
  ['contents, beside a name', { name: 'New', datasets: null }, 'PGRST204'],
  ['another key', { key: 'other' }, 'PN409'],
  ['a maintained number', { contents_version: 7 }, '42501'],
  ['protection', { protected: true }, '42501'],
  ['a name that is too long', { name: 'x'.repeat(201) }, '23514'],
  ['metadata that are no object', { metadata: [] }, '23514'],
  ['no metadata', { metadata: null }, '23502'],
] as const)('%s is refused, and nothing is changed', async ([, changes, code]) => {
  const before = [await namespace.fetch(), await contents()];
  expect(await refusal(changes)).toMatchObject({ code });
  expect([await namespace.fetch(), await contents()]).toEqual(before);
});

test('nobody overwrites what they have not seen, if they say what they have', async () => {
  const { version } = await namespace.fetch();
  const now = await namespace.update({ name: 'First' }, { ifVersion: version });
  const error = await namespace.update({ name: 'Second' }, { ifVersion: version }).catch((error) => error);
  expect(error).toMatchObject({ code: 'PN412', status: 412 });
  expect(JSON.parse(error.details)).toEqual(now);
  expect(await namespace.fetch()).toEqual(now);
});

test('one that is not there, or that one may not change', async () => {
  await expect(demo.owner.namespace('none').fetch()).rejects.toMatchObject({ code: 'PGRST116' });
  await expect(demo.owner.namespace('none').update({ name: 'x' })).rejects.toMatchObject({
    code: 'PGRST116',
  });
  await expect(demo.annotator.namespace('demo').update({ name: 'x' })).rejects.toMatchObject({
    code: 'PGRST116',
  });
});

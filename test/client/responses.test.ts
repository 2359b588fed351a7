/** Answering as an annotator, and the status of the record that follows. */
import { beforeAll, expect, test } from 'vitest';
import { createPostil, type DatasetHandle, type PostilRecord } from '../../client/src/index.ts';
import { type Server, startServer } from '../support/server.ts';
import { type Demo, makeDemo } from './demo-dataset.ts';

let server: Server;
let demo: Demo;
let mail: DatasetHandle;
let record: PostilRecord;
beforeAll(async () => {
  server = await startServer();
  demo = await makeDemo(server);
  mail = demo.annotator.namespace('demo').dataset('mail');
  await demo.owner
    .namespace('demo')
    .dataset('mail')
    .records.log([{ external_id: '1', fields: { text: 'win' } }]);
  record = (await mail.records.getByExternalId('1')) as PostilRecord;
});

const status = async () => (await mail.records.get(record.id))?.status;

test('me is the annotator, with the role', async () => {
  expect(await demo.annotator.me()).toEqual({
    id: demo.annotatorId,
    name: 'ann',
    owner: false,
    members: { demo: 'annotator' },
  });
});

test('draft, submit, discard and delete, and the status follows', async () => {
  const draft = await mail.responses.draft(record.id, { label: 'ham' });
  expect(draft).toMatchObject({
    namespace: 'demo',
    record_id: record.id,
    user_id: demo.annotatorId,
    status: 'draft',
    values: { label: { value: 'ham' } },
  });
  expect(await status()).toBe('pending');

  const submitted = await mail.responses.submit(record.id, { label: 'spam', why: 'a prize' });
  expect(submitted).toMatchObject({
    status: 'submitted',
    inserted_at: draft.inserted_at,
    values: { label: { value: 'spam' }, why: { value: 'a prize' } },
  });
  expect(await status()).toBe('completed');
  expect(await mail.progress()).toMatchObject({ completed: 1, pending: 0, submitted: 1, draft: 0 });

  const discarded = await mail.responses.discard(record.id);
  expect(discarded).toMatchObject({ status: 'discarded', values: submitted.values });
  expect(await status()).toBe('pending');

  expect(await mail.responses.submit(record.id, { label: 'spam' })).toMatchObject({ status: 'submitted' });
  expect(await status()).toBe('completed');
  expect(await mail.responses.delete(record.id)).toBe(true);
  expect(await status()).toBe('pending');
  expect(await mail.responses.delete(record.id)).toBe(false);
});

test('deleting removes only the own response, whatever else one may delete', async () => {
  await mail.responses.submit(record.id, { label: 'spam' });
  const owners = demo.owner.namespace('demo').dataset('mail');
  await owners.responses.submit(record.id, { label: 'ham' });
  expect(await owners.responses.delete(record.id)).toBe(true);
  const { data } = await demo.owner.rest.from('responses').select('user_id').throwOnError();
  expect(data).toEqual([{ user_id: demo.annotatorId }]);
});

test('a submitted response needs values, and a record', async () => {
  await expect(mail.responses.submit(record.id, {})).rejects.toMatchObject({
    name: 'PostilError',
    code: 'PN422',
    status: 422,
  });
  const elsewhere = '00000000-0000-7000-8000-000000000000';
  await expect(mail.responses.submit(elsewhere, { label: 'x' })).rejects.toMatchObject({
    code: '23503',
    status: 409,
  });
});

test('what the role does not allow is an error with a code and a message', async () => {
  await expect(mail.records.log([{ fields: { text: 'x' } }])).rejects.toMatchObject({
    name: 'PostilError',
    code: 'PN403',
    status: 403,
    message: "not allowed to administer namespace 'demo'",
    details: expect.stringContaining('admin'),
    hint: expect.stringContaining('postil member add'),
  });
  await expect(demo.annotator.namespace('demo').datasets.create({ key: 'mine' })).rejects.toMatchObject({
    code: '42501',
    status: 403,
  });
});

test('a wrong key is refused', async () => {
  const stranger = createPostil({ url: server.url, apiKey: 'postil_wrong' });
  await expect(stranger.me()).rejects.toMatchObject({ name: 'PostilError', status: 401 });
});

test('datasets are listed to members only', async () => {
  const listed = await demo.annotator.namespace('demo').datasets.list();
  expect(listed.map(({ key }) => key)).toEqual(['mail']);
  expect(await demo.annotator.namespace('default').datasets.list()).toEqual([]);
});

test('a definition with a mistake creates nothing', async () => {
  const { datasets } = demo.owner.namespace('demo');
  await expect(datasets.create({ key: 'mail' })).rejects.toMatchObject({ code: '23505', status: 409 });
  const wrong = { key: 'other', question: [] } as { key: string };
  await expect(datasets.create(wrong)).rejects.toMatchObject({ code: 'PN422', status: 422 });
  expect(await datasets.list()).toHaveLength(1);
});

test('rest gives result unions and never throws', async () => {
  const { data, error, status } = await demo.annotator.rest
    .from('records')
    .update({ status: 'completed' } as never)
    .eq('id', record.id);
  expect(data).toBeNull();
  expect(error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  expect(status).toBeGreaterThanOrEqual(400);
});

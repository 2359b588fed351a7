/** Being given records, answering many at once, asking why, deleting. */
import { beforeAll, expect, test } from 'vitest';
import type { DatasetHandle } from '../../client/src/index.ts';
import { startServer } from '../support/server.ts';
import { type Demo, makeDemo } from './demo-dataset.ts';

let demo: Demo;
/** The same dataset, as its owner and as an annotator. */
let owners: DatasetHandle;
let mail: DatasetHandle;
const ids: Record<string, string> = {};
beforeAll(async () => {
  demo = await makeDemo(await startServer());
  owners = demo.owner.namespace('demo').dataset('mail');
  mail = demo.annotator.namespace('demo').dataset('mail');
  const names = ['a', 'b', 'c', 'd'];
  await owners.records.log(names.map((name) => ({ external_id: name, fields: { text: name } })));
  for (const name of names) ids[name] = (await mail.records.getByExternalId(name))?.id ?? '';
});

const named = (records: { external_id: string | null }[]) => records.map((record) => record.external_id);

test('records are given to one, and to others when they are given back', async () => {
  const [record] = await mail.records.next();
  expect(record).toMatchObject({ external_id: 'a', status: 'pending', fields: { text: 'a' } });
  expect(named(await mail.records.next(2))).toEqual(['a', 'b']);
  expect(named(await owners.records.next(9))).toEqual(['c', 'd']);
  expect(await owners.records.release([ids['c'] ?? ''])).toBe(1);
  expect(named(await mail.records.next(9))).toEqual(['a', 'b', 'c']);
  expect(await owners.records.release()).toBe(1);
  expect(await mail.records.release()).toBe(3);
});

test('a number of records that makes no sense is refused before it is sent', async () => {
  await expect(mail.records.next(0)).rejects.toMatchObject({ code: 'BAD_OPTION' });
  await expect(mail.records.next(1001)).rejects.toMatchObject({ code: 'BAD_OPTION' });
});

test('a missing dataset, and one that is none of yours', async () => {
  const { annotator } = demo;
  await expect(annotator.namespace('demo').dataset('none').records.next()).rejects.toMatchObject({
    code: 'PN404',
    status: 404,
  });
  await expect(annotator.namespace('default').dataset('mail').records.next()).rejects.toMatchObject({
    code: 'PN403',
    status: 403,
  });
});

test('many responses are submitted by id or external id', async () => {
  const results = await mail.responses.submitMany([
    { record_id: ids['a'] ?? '', values: { label: 'spam' } },
    { external_id: 'b', values: { label: 'ham' } },
  ]);
  expect(results).toEqual(
    ['a', 'b'].map((name, index) => ({
      index,
      record_id: ids[name],
      user_id: demo.annotatorId,
      action: 'inserted',
      record_status: 'completed',
      code: null,
      message: null,
      details: null,
      hint: null,
    })),
  );
  const [again] = await mail.responses.submitMany([{ external_id: 'b', values: { label: 'ham' } }]);
  expect(again?.action).toBe('unchanged');
});

test('upsert changes what a row says, and leaves the rest', async () => {
  const [discarded] = await mail.responses.upsert([{ external_id: 'b', status: 'discarded' }]);
  expect(discarded).toMatchObject({ action: 'updated', record_status: 'pending' });
  const { data } = await demo.annotator.rest
    .from('responses')
    .select('values')
    .eq('record_id', ids['b'] ?? '');
  expect(data).toEqual([{ values: { label: { value: 'ham' } } }]);
  const [emptied] = await mail.responses.upsert([{ external_id: 'b', values: null }]);
  expect(emptied?.action).toBe('updated');
  const [others] = await owners.responses.upsert([{ external_id: 'b', user: 'ann', status: 'draft' }]);
  expect(others).toMatchObject({ action: 'updated', user_id: demo.annotatorId });
});

test('bad rows end a call with all of their reasons, or are reported', async () => {
  const rows = [
    { external_id: 'c', values: { label: 'ham' } },
    { external_id: 'none', values: { label: 'ham' } },
    { external_id: 'd', values: {} },
  ];
  await expect(mail.responses.submitMany(rows)).rejects.toMatchObject({
    code: 'PN404',
    status: 404,
    message: expect.stringMatching(/^row 1: .* \(and 1 more bad rows\)$/),
    details: expect.stringMatching(/^row 1: .*\nrow 2: /),
  });
  const results = await mail.responses.submitMany(rows, { onError: 'report' });
  expect(results.map(({ action, code }) => [action, code])).toEqual([
    ['inserted', null],
    ['refused', 'PN404'],
    ['refused', 'PN422'],
  ]);
});

test('a record says why it has its status', async () => {
  const told = await mail.records.explain(ids['a'] ?? '');
  expect(told).toMatchObject({
    status: 'completed',
    submitted_count: 1,
    min_submitted: 1,
    dataset_min_submitted: 1,
    explanation: expect.stringMatching(/^Completed: 1 of 1 submitted responses\..* ann submitted on /),
    details: {
      threshold: { from: 'dataset' },
      responses: [{ user: 'ann', status: 'submitted' }],
      other_responses: {},
    },
  });
  expect(await mail.records.explain('00000000-0000-7000-8000-000000000000')).toBeNull();
});

test('records are deleted by admins', async () => {
  const gone = [ids['d'] ?? '', '00000000-0000-7000-8000-000000000000'];
  await expect(mail.records.delete(gone)).rejects.toMatchObject({ code: 'PN403' });
  expect(await owners.records.delete(gone)).toEqual([
    { index: 0, id: gone[0], action: 'deleted' },
    { index: 1, id: gone[1], action: 'missing' },
  ]);
  expect(await mail.records.getByExternalId('d')).toBeNull();
});

test('a dataset says how long records are kept, and what discarding does', async () => {
  const { datasets } = demo.owner.namespace('demo');
  expect(
    await datasets.create({ key: 'kept', status: 'draft', lease_seconds: 60, skip_policy: 'later' }),
  ).toMatchObject({
    lease_seconds: 60,
    skip_policy: 'later',
  });
});

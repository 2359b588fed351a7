/** Logging and reading records against a real server. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createPostil,
  type DatasetHandle,
  type LogTotals,
  type PostilRecord,
  type RecordInput,
  type RefusedRow,
} from '../../client/src/index.ts';
import { type Server, startServer } from '../support/server.ts';
import { type Demo, makeDemo } from './demo-dataset.ts';

let server: Server;
let demo: Demo;
let mail: DatasetHandle;
beforeAll(async () => {
  server = await startServer();
  demo = await makeDemo(server);
  mail = demo.owner.namespace('demo').dataset('mail');
});

async function emptyDataset(): Promise<DatasetHandle> {
  const key = `d${randomUUID()}`;
  const questions = [{ name: 'label', type: 'text' as const }];
  await demo.owner.namespace('demo').datasets.create({ key, fields: [{ name: 'text' }], questions });
  return demo.owner.namespace('demo').dataset(key);
}

function* numbered(count: number, text = 'hi'): Generator<RecordInput> {
  for (let number = 0; number < count; number++) {
    yield {
      external_id: String(number),
      fields: { text: `${text} ${number}` },
      metadata: { even: number % 2 === 0 },
    };
  }
}

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

const nothing = { inserted: 0, updated: 0, unchanged: 0, refused: 0, refusedRows: [] };

describe('log', () => {
  test('2,500 records go in three calls, and again they change nothing', async () => {
    const seen: LogTotals[] = [];
    const first = await mail.records.log(numbered(2500), { onProgress: (totals) => seen.push(totals) });
    expect(first).toEqual({ ...nothing, sent: 2500, inserted: 2500 });
    expect(seen.map(({ sent, inserted }) => [sent, inserted])).toEqual([
      [1000, 1000],
      [2000, 2000],
      [2500, 2500],
    ]);
    expect((await mail.progress()).total).toBe(2500);

    const again = await mail.records.log(numbered(2500));
    expect(again).toEqual({ ...nothing, sent: 2500, unchanged: 2500 });
  });

  test('a changed row is updated, what it leaves out stays', async () => {
    const dataset = await emptyDataset();
    await dataset.records.log(numbered(3));
    const result = await dataset.records.log([
      { external_id: '0', fields: { text: 'hi 0' } },
      { external_id: '1', metadata: { even: 'no' } },
    ]);
    expect(result).toMatchObject({ sent: 2, updated: 1, unchanged: 1 });
    expect(await dataset.records.getByExternalId('1')).toMatchObject({
      fields: { text: 'hi 1' },
      metadata: { even: 'no' },
    });
  });

  test('an async source is read call by call, and closed when the work ends early', async () => {
    const dataset = await emptyDataset();
    let read = 0;
    let closed = false;
    async function* source(): AsyncGenerator<RecordInput> {
      try {
        for (const row of numbered(100)) {
          read++;
          yield row;
        }
      } finally {
        closed = true;
      }
    }
    const stop = new AbortController();
    const work = dataset.records.log(source(), {
      chunkSize: 10,
      signal: stop.signal,
      onProgress: ({ sent }) => sent === 20 && stop.abort(),
    });
    await expect(work).rejects.toMatchObject({ name: 'PostilError', code: 'ABORTED', status: 0 });
    expect(closed).toBe(true);
    expect(read).toBeLessThanOrEqual(31);
    expect((await dataset.progress()).total).toBe(20);
  });

  test('of rows for one record the last wins, as if sent one by one', async () => {
    const dataset = await emptyDataset();
    const id = randomUUID();
    const result = await dataset.records.log([
      { external_id: 'a', fields: { text: 'first' } },
      { external_id: 'b', fields: { text: 'other' } },
      { external_id: 'a', fields: { text: 'second' } },
      { id, fields: { text: 'third' } },
      { id: id.toUpperCase(), fields: { text: 'fourth' } },
    ]);
    expect(result).toEqual({ ...nothing, sent: 5, inserted: 3, updated: 2 });
    expect((await dataset.records.getByExternalId('a'))?.fields).toEqual({ text: 'second' });
    expect((await dataset.records.get(id))?.fields).toEqual({ text: 'fourth' });
  });

  test('report: refused rows are named by their place in the whole input, the others are stored', async () => {
    const dataset = await emptyDataset();
    const rows = [...numbered(25)];
    rows[3] = { external_id: '3' };
    rows[14] = { external_id: '14', fields: { text: 'x' }, min_submitted: -1 };
    const result = await dataset.records.log(rows, { chunkSize: 10, onError: 'report' });
    expect(result).toMatchObject({ sent: 25, inserted: 23, refused: 2 });
    expect(result.refusedRows.map(({ index, code }) => [index, code])).toEqual([
      [3, 'PN422'],
      [14, 'PN422'],
    ]);
    expect(result.refusedRows[0]?.message).toContain('fields');
    expect(Object.keys(result.refusedRows[0] ?? {}).sort()).toEqual([
      'code',
      'details',
      'hint',
      'index',
      'message',
    ]);
    expect((await dataset.progress()).total).toBe(23);
  });

  test('report: rows that PostgreSQL or JSON cannot hold are refused alone', async () => {
    const dataset = await emptyDataset();
    const rows = [...numbered(20)];
    rows[7] = { external_id: '7', fields: { text: 'a zero \u0000 inside' } };
    rows[11] = { external_id: '11', fields: { text: 'half a pair \ud83d' } };
    rows[13] = { external_id: '13' }; // What the server itself refuses, among them.
    rows[15] = { external_id: '15', fields: { text: 15n } };
    const result = await dataset.records.log(rows, { onError: 'report' });
    expect(result).toMatchObject({ sent: 20, inserted: 16, refused: 4 });
    expect(result.refusedRows.map(({ index }) => index)).toEqual([7, 11, 13, 15]);
    expect(result.refusedRows[3]?.code).toBe('NOT_JSON');
    for (const row of result.refusedRows) expect(row.message).not.toBe('');
  });

  test('report with onRefused: rows go there and are not collected', async () => {
    const dataset = await emptyDataset();
    const seen: RefusedRow[] = [];
    const rows = [{ external_id: '0' }, ...numbered(1)];
    const result = await dataset.records.log(rows, {
      onError: 'report',
      onRefused: async (row) => {
        seen.push(row);
      },
    });
    expect(result).toMatchObject({ sent: 2, inserted: 1, refused: 1, refusedRows: [] });
    expect(seen).toMatchObject([{ index: 0, code: 'PN422' }]);
  });

  test('abort: the error says which rows, and what is stored', async () => {
    const dataset = await emptyDataset();
    const rows = [...numbered(25)];
    rows[14] = { external_id: '14' };
    const work = dataset.records.log(rows, { chunkSize: 10 });
    await expect(work).rejects.toMatchObject({
      name: 'PostilError',
      code: 'PN422',
      status: 422,
      details: expect.stringContaining('rows 10 to 19 of the input'),
    });
    expect((await dataset.progress()).total).toBe(10);
  });

  test('dryRun says what would happen and stores nothing', async () => {
    const dataset = await emptyDataset();
    await dataset.records.log(numbered(5));
    const result = await dataset.records.log(numbered(8, 'new'), { dryRun: true });
    expect(result).toMatchObject({ sent: 8, inserted: 3, updated: 5 });
    expect((await dataset.records.getByExternalId('0'))?.fields).toEqual({ text: 'hi 0' });
    expect((await dataset.progress()).total).toBe(5);
  });

  test('big rows go in calls of about 1 MB', async () => {
    const dataset = await emptyDataset();
    const sent: number[] = [];
    const big = Array.from(numbered(5, 'x'.repeat(400_000)));
    await dataset.records.log(big, { onProgress: (totals) => sent.push(totals.sent) });
    expect(sent).toEqual([2, 4, 5]);
  });

  test('suggestions and responses come along', async () => {
    const dataset = await emptyDataset();
    await dataset.records.log([
      {
        external_id: '1',
        fields: { text: 'win' },
        suggestions: [{ question: 'label', agent: 'm1', value: 'spam', score: 0.9 }],
        responses: [{ user: 'ann', status: 'submitted', values: { label: { value: 'spam' } } }],
      },
    ]);
    expect(await dataset.progress()).toEqual({
      total: 1,
      completed: 1,
      pending: 0,
      submitted: 1,
      draft: 0,
      discarded: 0,
      excluded: 0,
    });
  });

  test('nothing is sent for no rows, and an impossible chunk size is refused', async () => {
    expect(await mail.records.log([])).toEqual({ ...nothing, sent: 0 });
    await expect(mail.records.log([], { chunkSize: 0 })).rejects.toMatchObject({ code: 'BAD_OPTION' });
  });
});

describe('iterate', () => {
  let dataset: DatasetHandle;
  let ids: string[];
  beforeAll(async () => {
    dataset = await emptyDataset();
    await dataset.records.log(numbered(25));
    const { data } = await demo.owner.rest
      .from('records')
      .select('id')
      .eq('dataset', dataset.key)
      .order('id')
      .throwOnError();
    ids = data.map(({ id }) => id);
  });

  test('gives every record once, in order of ids, whatever the page size', async () => {
    for (const pageSize of [1, 7, 25, 1000]) {
      const rows = await collect(dataset.records.iterate({ pageSize }));
      expect(rows.map(({ id }) => id)).toEqual(ids);
      expect(Object.keys(rows[0] as PostilRecord)).toContain('submitted_count');
      expect(Object.keys(rows[0] as PostilRecord)).not.toContain('_postil_cursor');
    }
  });

  test('filters, with tiny pages', async () => {
    const rows = await collect(
      dataset.records.iterate({
        status: 'pending',
        select: 'external_id, metadata',
        filter: (query) => query.contains('metadata', { even: true }),
        pageSize: 2,
      }),
    );
    expect(rows).toHaveLength(13);
    expect(rows[1]).toEqual({ external_id: '2', metadata: { even: true } });
    expect(await collect(dataset.records.iterate({ status: 'completed' }))).toEqual([]);
  });

  test('embeds, and continues behind an id', async () => {
    const rows = await collect(
      dataset.records.iterate({ select: 'id, responses(status)', after: ids[19] as string, pageSize: 3 }),
    );
    expect(rows).toEqual(ids.slice(20).map((id) => ({ id, responses: [] })));
  });

  test('reads no further than it is asked', async () => {
    let requests = 0;
    const counting = createPostil({
      url: server.url,
      apiKey: server.ownerKey,
      fetch: (input, init) => {
        requests++;
        return fetch(input, init);
      },
    });
    const seen: string[] = [];
    for await (const { id } of counting
      .namespace('demo')
      .dataset(dataset.key)
      .records.iterate({ pageSize: 2 })) {
      seen.push(id);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(ids.slice(0, 3));
    expect(requests).toBe(2);
  });

  test('a bad select is an error of the iteration', async () => {
    const rows = dataset.records.iterate({ select: 'colour' as 'id' });
    await expect(rows.next()).rejects.toMatchObject({ name: 'PostilError', code: '42703', status: 400 });
  });
});

describe('get', () => {
  test('finds by id and by external id, or nothing', async () => {
    const dataset = await emptyDataset();
    await dataset.records.log([{ external_id: 'Ä, "b"', fields: { text: 'hi' } }]);
    const found = await dataset.records.getByExternalId('Ä, "b"');
    expect(found).toMatchObject({ external_id: 'Ä, "b"', status: 'pending', submitted_count: 0 });
    expect(await dataset.records.get(found?.id ?? '')).toEqual(found);
    expect(await mail.records.get(found?.id ?? '')).toBeNull();
    expect(await dataset.records.get(randomUUID())).toBeNull();
    expect(await dataset.records.getByExternalId('b')).toBeNull();
    await expect(dataset.records.get('not a uuid')).rejects.toMatchObject({ code: '22P02', status: 400 });
  });
});

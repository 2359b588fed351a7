/** Importing an export gives the same data back: exported again it is the same, byte for byte. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caller, post } from '../gateway/http.ts';
import type { Server } from '../support/server.ts';
import { runHere } from './run-here.ts';
import { definition, type Place, startTransfer } from './transfer.ts';

type Format = 'jsonl' | 'csv';

let server: Server;
let place: (shape?: object) => Promise<Place>;
let database: pg.Client;
beforeAll(async () => {
  ({ server, place } = await startTransfer());
  database = new pg.Client({ connectionString: server.databaseUrl });
  database.on('error', () => {}); // The server ends first.
  await database.connect();
  const owner = caller(server.url, server.ownerKey);
  for (const name of ['ann', 'bob', 'Zoë "Z", 😀']) await owner('/rest/v1/users', post({ name }));
});

afterAll(() => database.end());

/** Values of every type, and names that a file's columns could be confused by. */
const shape = {
  min_submitted: 2,
  fields: [
    { name: 'text', required: false },
    { name: 'title', required: false },
    { name: 'chat', type: 'chat', required: false },
    { name: 'own', type: 'custom', required: false },
    { name: 'a,b', type: 'custom', required: false },
    { name: 'fields', type: 'custom', required: false },
    { name: 'id', required: false },
  ],
  questions: [
    { name: 'label', type: 'text' },
    {
      name: 'tags',
      type: 'multi_label_selection',
      required: false,
      settings: { options: [{ value: 'a' }, { value: '\u2028' }] },
    },
    {
      name: 'where',
      type: 'span',
      required: false,
      settings: { field: 'text', options: [{ value: 'a' }] },
    },
  ],
};

let files = 0;
const newFile = (format: string) => join(server.data, `file${++files}.${format}`);
const to = (here: Place) => ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];

async function exported(here: Place, format: Format): Promise<string> {
  const file = newFile(format);
  const { code, stderr } = await runHere(['export', ...to(here), '-o', file]);
  expect(`${code} ${stderr}`).toMatch(/^0 .* \d+ bytes\n$/);
  return readFileSync(file, 'utf8');
}

async function imported(here: Place, format: Format, text: string, ...args: string[]): Promise<void> {
  const file = newFile(format);
  writeFileSync(file, text);
  const { code, stderr } = await runHere(['import', file, ...to(here), ...args]);
  expect(`${code} ${stderr}`).toMatch(/^0 → .*\n$/);
}

/** Everything that belongs to the records of a dataset, as the tables have it; but versions, of which each write gives a new one. */
async function tables({ namespace, dataset }: Place): Promise<unknown> {
  const { rows } = await database.query(
    `select r.id, r.external_id, r.fields::text, r.metadata::text, r.min_submitted, r.submitted_count, r.status,
       r.inserted_at::text, r.updated_at::text,
       (select json_agg(to_jsonb(s) - '{namespace,version}'::text[] order by s.question, s.agent)::text from postil.suggestions as s
        where s.namespace = r.namespace and s.record_id = r.id) as suggestions,
       (select json_agg(to_jsonb(a) - '{namespace,version}'::text[] order by a.user_id)::text from postil.responses as a
        where a.namespace = r.namespace and a.record_id = r.id) as responses
     from postil.records as r
     where r.namespace = $1 and r.dataset = $2
     order by r.id`,
    [namespace, dataset],
  );
  return rows;
}

const response = (user: string, status: string, value?: unknown) => ({
  user,
  status,
  ...(value !== undefined && { values: { label: { value } } }),
});

/** Texts that have broken one format or the other somewhere. */
const texts = [
  '',
  ' ',
  ' outer spaces ',
  'a,b;c\td|e',
  'say "hi"',
  '"',
  '""',
  'line\nbreak\r\nand\rothers\n',
  '\r',
  '\u2028 and \u2029',
  '\ufeffmark',
  'ü € 😀 👩‍👩‍👧 e\u0301',
  '\u0001\b\f\u007f',
  '\\n \\u0041 \\',
  'null',
  'true',
  '007',
  '1.0',
  '{"json": true}',
  '[',
  "=cmd|' /C calc'!A0",
  '\ud7ff\ue000\uffff',
  'x'.repeat(100_000),
];

const numbers =
  '{"one": 1.0, "big": 12345678901234567890, "small": 0.1000, "exp": 1e2, "tiny": 1e-30, "zero": -0, "many": 3.14159265358979323846264338327950288}';

/** Written by hand where JSON.stringify() would change what is meant. */
const lines = [
  ...texts.map((text, i) => JSON.stringify({ external_id: `text ${i}`, fields: { text, title: text } })),
  ...texts.slice(1, 16).map((text) => JSON.stringify({ external_id: text, fields: { text: 'its id' } })),
  '{"fields": {"text": "without an id"}}',
  '{"fields": {}}',
  `{"external_id": "numbers", "fields": {"text": "x", "own": ${numbers}}, "metadata": ${numbers}}`,
  '{"external_id": "nulls", "fields": {"text": "x", "chat": null}, "metadata": {"group": null, "": [null, {}]}}',
  `{"external_id": "numbers in lists", "fields": {"own": {"list": [${numbers}, [1.0]]}}}`,
  '{"external_id": "chat", "fields": {"text": "x", "chat": [{"role": "user", "content": "a\\nb, \\"c\\""}]}}',
  '{"external_id": "text", "fields": {"text": "x", "own": {"": "just, \\"text\\""}}}',
  '{"external_id": "more", "fields": {"text": "x", "a,b": {"c": 1.0}, "fields": {"text": "y"}, "id": "\\n"}}',
  '{"external_id": "none", "fields": {"text": null, "title": null, "chat": null, "own": null}}',
  '{"external_id": "only others", "fields": {"chat": [], "own": {}}}',
  '{"external_id": "metadata", "fields": {"text": "x"}, "metadata": {"group": "a", "score": 0.50, "own": {"b": 1, "a": 2}}}',
  '{"external_id": "min", "fields": {"text": "x"}, "min_submitted": 7}',
  '{"external_id": "old", "fields": {"text": "x"}, "inserted_at": "1999-12-31T23:59:59.123456+05:45", "updated_at": "2000-01-01T00:00:00Z"}',
  JSON.stringify({
    external_id: 'suggested',
    fields: { text: 'x' },
    suggestions: [
      { question: 'label', agent: 'm, "1"', value: 'spam', score: 0.5 },
      { question: 'tags', agent: 'm2', value: ['\u2028', 'a'], score: [1, 0.25], type: 'human' },
      { question: 'tags', agent: 'm1', value: ['a'], score: null },
      { question: 'where', agent: 'm1', value: [{ label: 'a', start: 0, end: 1 }] },
    ],
  }).replace('0.5}', '0.500}'),
  JSON.stringify({
    external_id: 'answered',
    fields: { text: 'x' },
    responses: [
      response('ann', 'submitted', 'spam'),
      response('bob', 'draft'),
      response('Zoë "Z", 😀', 'discarded', '\n'),
      response('owner', 'submitted', '"'),
    ],
  }),
  JSON.stringify({
    external_id: 'drafts',
    fields: { text: 'x' },
    responses: [response('ann', 'draft', ''), { user: 'bob', status: 'discarded', values: {} }],
  }),
];

async function original(): Promise<Place> {
  const here = await place(shape);
  await imported(here, 'jsonl', `${lines.join('\n')}\n`);
  return here;
}

describe('a round trip', () => {
  let first: Place;
  beforeAll(async () => {
    first = await original();
  });

  test.for<Format>(['jsonl', 'csv'])('by %s into another namespace', async (format) => {
    const text = await exported(first, format);
    expect(text.length).toBeGreaterThan(200_000);
    const second = await place(shape);
    await imported(second, format, text);
    expect(await exported(second, format)).toBe(text);
    expect(await tables(second)).toEqual(await tables(first));
  });

  test('by one format and then the other', async () => {
    const [second, third] = [await place(shape), await place(shape)];
    await imported(second, 'csv', await exported(first, 'csv'));
    await imported(third, 'jsonl', await exported(second, 'jsonl'));
    expect(await exported(third, 'csv')).toBe(await exported(first, 'csv'));
    expect(await exported(third, 'jsonl')).toBe(await exported(first, 'jsonl'));
  });

  test.for<Format>(['jsonl', 'csv'])('by %s into its own dataset changes nothing', async (format) => {
    const before = await tables(first);
    const file = newFile(format);
    writeFileSync(file, await exported(first, format));
    const { code, stdout } = await runHere(['import', file, ...to(first), '--json']);
    const { rows, unchanged } = JSON.parse(stdout) as { rows: number; unchanged: number };
    expect([code, rows, unchanged]).toEqual([0, lines.length, lines.length]);
    expect(await tables(first)).toEqual(before);
  });

  test.for<Format>(['jsonl', 'csv'])('by %s after everything was deleted', async (format) => {
    const here = await original();
    const [text, before] = [await exported(here, format), await tables(here)];
    await database.query('delete from postil.records where namespace = $1', [here.namespace]);
    expect(await exported(here, format)).not.toBe(text);
    await imported(here, format, text);
    expect(await exported(here, format)).toBe(text);
    expect(await tables(here)).toEqual(before);
  });

  test.for<Format>(['jsonl', 'csv'])(
    'by %s with new ids makes copies beside the originals',
    async (format) => {
      const here = await place();
      await imported(
        here,
        'jsonl',
        '{"external_id": "1", "fields": {"text": "a"}}\n{"fields": {"text": "b"}}\n',
      );
      const other = { ...here, dataset: 'copy' };
      const owner = caller(server.url, server.ownerKey);
      await owner(
        '/rest/v1/rpc/create_dataset',
        post({ namespace: here.namespace, definition: { ...definition, key: 'copy' } }),
      );
      const text = await exported(here, format);
      const same = newFile(format);
      writeFileSync(same, text);
      const refused = await runHere(['import', same, ...to(other), '--json']);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/PN409[\s\S]*--new-ids/);
      await imported(other, format, text, '--new-ids');
      const withoutIds = (exportOf: string) =>
        exportOf.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
      expect(withoutIds(await exported(other, format))).toBe(withoutIds(text));
      expect(await exported(here, format)).toBe(text);
    },
  );
});

test('a round trip of random records', async () => {
  // What PostgreSQL can hold: no U+0000, and no half of a pair.
  const text = fc.string({ unit: 'binary', maxLength: 30 }).map((value) => value.replaceAll('\u0000', ''));
  const json = fc.jsonValue({ stringUnit: 'binary' });
  const object = fc.dictionary(text, json, { maxKeys: 4 });
  const any = fc.record(
    {
      external_id: fc.uuid(),
      fields: fc.oneof(
        fc.record({ text, title: text, own: object }, { requiredKeys: ['text'] }),
        fc.record(
          {
            text: fc.option(text),
            chat: fc.array(fc.record({ role: fc.constantFrom('a', 'é'), content: text })),
            'a,b': fc.option(object),
            fields: object,
          },
          { requiredKeys: [] },
        ),
      ),
      metadata: fc.dictionary(text, json, { maxKeys: 4 }),
      suggestions: fc.uniqueArray(
        fc.record({
          question: fc.constant('label'),
          agent: fc.uuid(),
          value: text,
          score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        }),
        {
          maxLength: 3,
          selector: ({ agent }) => agent,
        },
      ),
    },
    { requiredKeys: ['fields'] },
  );
  const seed = Number(process.env['POSTIL_TEST_SEED'] ?? 1);
  const count = process.env['POSTIL_TEST_LONG'] === undefined ? 300 : 20_000;
  const records = fc
    .sample(any, { seed, numRuns: count })
    .map((record) => JSON.stringify(record).replaceAll('\\u0000', ''))
    .join('\n');
  const first = await place(shape);
  await imported(first, 'jsonl', `${records}\n`);
  for (const format of ['jsonl', 'csv'] as const) {
    const second = await place(shape);
    const exportOf = await exported(first, format);
    await imported(second, format, exportOf);
    expect(await exported(second, format)).toBe(exportOf);
    expect(await tables(second)).toEqual(await tables(first));
  }
});

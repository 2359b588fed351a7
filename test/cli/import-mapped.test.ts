/** postil import with --map and --id: rows that lack what these name, and ids that are none. */
import { beforeAll, describe, expect, test } from 'vitest';
import { counts, type Place, startTransfer } from './transfer.ts';

let place: (shape?: object) => Promise<Place>;
beforeAll(async () => {
  ({ place } = await startTransfer());
});

const mapped = ['--map', 'text=body', '--id', 'no'];
const good = '{"no": "good", "body": "a"}\n';

describe('a bad row, with its line and reason, is one', () => {
  test.for<[string, string, string[], RegExp]>([
    ['without the column of a required field', '{"no": 2}', mapped, /no column body, for the field text$/],
    [
      'without a column that --map names',
      '{"no": 2, "body": "b"}',
      [...mapped, '--map', 'title=head'],
      /head/,
    ],
    [
      'without a column of metadata',
      '{"no": 2, "body": "b"}',
      [...mapped, '--map', 'metadata.group=g'],
      /no column g, for metadata\.group$/,
    ],
    [
      'without an id that is a field as well',
      '{"no": 2, "text": "b"}',
      ['--id', 'title'],
      /title, for the id$/,
    ],
    ['whose column is only inherited', '{"no": 2}', ['--map', 'text=toString', '--id', 'no'], /toString/],
    ['without an id', '{"body": "b"}', mapped, /no column no, for the id$/],
    ['whose id is null', '{"no": null, "body": "b"}', mapped, /^the id, in the column no, is null$/],
    ['whose id is empty', '{"no": "", "body": "b"}', mapped, /^the id, in the column no, is empty$/],
    ['whose id is an object', '{"no": {"a": 1}, "body": "b"}', mapped, /no, is an object$/],
    ['whose id is a list', '{"no": [1], "body": "b"}', mapped, /no, is a list$/],
    ['whose id is true', '{"no": true, "body": "b"}', mapped, /no, is true$/],
    [
      'that says two things',
      '{"no": 2, "body": "b", "body": "c"}',
      mapped,
      /^not JSON: Duplicate key 'body'/,
    ],
    [
      'too deep',
      `{"no": 2, "body": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      mapped,
      /^nested too deep$/,
    ],
  ])('%s', async ([, row, args, problem]) => {
    const here = await place();
    const file = `${good.replace('}', ', "head": "h", "text": "t", "title": "good", "g": "g", "toString": "t"}')}\n${row}\n`;
    const { code, summary, rejects } = await here.import('x.jsonl', file, ...args, '--on-error', 'skip');
    expect(rejects).toEqual([
      expect.objectContaining({
        line: 3,
        code: 'BAD_LINE',
        message: expect.stringMatching(problem),
        text: row,
      }),
    ]);
    expect(rejects[0]?.hint).toBeTruthy();
    expect([code, summary]).toMatchObject([1, counts(1, 0, 0, 1)]);
    expect((await here.records()).map(({ external_id }) => external_id)).toEqual(['good']);
  });

  test('of CSV without an id', async () => {
    const here = await place();
    const rows = 'no,body\n1,a\n,b\n"",c\n';
    const { rejects } = await here.import('x.csv', rows, ...mapped, '--on-error', 'skip');
    expect(rejects).toMatchObject([
      { line: 3, code: 'BAD_LINE', message: 'the id, in the column no, is empty', text: ',b' },
      { line: 4, code: 'BAD_LINE', message: 'the id, in the column no, is empty', text: '"",c' },
    ]);
    expect((await here.records()).map(({ external_id }) => external_id)).toEqual(['1']);
  });

  test('that ends the import where bad rows do', async () => {
    const here = await place();
    const { code, said } = await here.import('x.jsonl', `${good}{"no": 2, "txet": "b"}\n`, ...mapped);
    const { message, hint } = JSON.parse(said) as { message: string; hint: string };
    expect([code, message]).toEqual([1, 'x.jsonl line 2: no column body, for the field text']);
    expect(hint).toMatch(/The row has: no, txet\./);
  });
});

test('a number as id becomes its text, digit by digit', async () => {
  const here = await place();
  const ids = ['1', '12345678901234567890', '1.50', '-0', '1e2'];
  const rows = ids.map((id) => `{"no": ${id}, "body": "a"}\n`).join('');
  expect(await here.import('x.jsonl', rows, ...mapped)).toMatchObject({ code: 0, summary: counts(5) });
  expect((await here.records()).map(({ external_id }) => external_id).sort()).toEqual([...ids].sort());
  expect(await here.import('x.jsonl', rows, ...mapped)).toMatchObject({ summary: counts(0, 0, 5) });
});

test('copies of records are read as carefully', async () => {
  const here = await place();
  const row = '{"fields": {"text": "a"}, "id": "x", "min_submitted": 1, "min_submitted": 2}';
  const { rejects } = await here.import('x.jsonl', `${row}\n`, '--new-ids', '--on-error', 'skip');
  expect(rejects).toMatchObject([{ line: 1, message: expect.stringMatching(/^not JSON: Duplicate key/) }]);
});

test('an optional field that is not mapped may be left out, and null is a value', async () => {
  const here = await place({ fields: [{ name: 'text', required: false }] });
  expect(await here.import('x.jsonl', '{"no": 1, "body": null}\n', ...mapped)).toMatchObject({ code: 0 });
  expect((await here.records())[0]?.fields).toEqual({ text: null });
});

test('a field is mapped once', async () => {
  const here = await place();
  const { code, said } = await here.import('x.jsonl', good, ...mapped, '--map', 'text=other');
  expect([code, JSON.parse(said)]).toMatchObject([
    1,
    { code: 'BAD_ARGUMENT', message: '--map fills text twice', hint: expect.any(String) },
  ]);
});

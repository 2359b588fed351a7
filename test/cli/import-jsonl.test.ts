/** postil import of JSONL: what is read, and how each bad line is told. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../support/server.ts';
import { ok, postil } from './run.ts';
import { counts, type Place, startTransfer } from './transfer.ts';

let server: Server;
let place: (shape?: object) => Promise<Place>;
beforeAll(async () => {
  ({ server, place } = await startTransfer());
});

const line = (id: string, text: string) => `${JSON.stringify({ external_id: id, fields: { text } })}\n`;

describe('reads', () => {
  test.for<[string, string]>([
    ['Unix lines', line('1', 'a') + line('2', 'b')],
    ['Windows lines', (line('1', 'a') + line('2', 'b')).replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${line('1', 'a')}${line('2', 'b')}`],
    ['no end of the last line', (line('1', 'a') + line('2', 'b')).trimEnd()],
    ['empty lines', `\n${line('1', 'a')}\n  \n${line('2', 'b')}\n\n`],
    ['space around', `  ${line('1', 'a').trimEnd()}\t\n ${line('2', 'b')}`],
  ])('%s', async ([, text]) => {
    const here = await place();
    expect(await here.import('x.jsonl', text)).toMatchObject({ code: 0, summary: counts(2) });
    expect(await here.records()).toMatchObject([
      { external_id: '1', fields: { text: 'a' } },
      { external_id: '2', fields: { text: 'b' } },
    ]);
  });

  test('every character that a text can have', async () => {
    const here = await place();
    const text = `"\\/\b\f\n\r\t \u007f\u0080\u2028\u2029\ufeff\ufffd ü € 😀 👩‍👩‍👧 \u202e ${'é'.normalize('NFD')}`;
    expect(await here.import('x.jsonl', line('1', text))).toMatchObject({ summary: counts(1) });
    expect((await here.records())[0]?.fields).toEqual({ text });
  });

  test('an empty file', async () => {
    const here = await place();
    for (const text of ['', '\n\n', '\uFEFF']) {
      expect(await here.import('x.jsonl', text)).toMatchObject({ code: 0, summary: counts(0) });
    }
  });

  test('a line of some megabytes', async () => {
    const here = await place();
    const text = 'x'.repeat(5_000_000);
    expect(await here.import('x.jsonl', line('1', text))).toMatchObject({ summary: counts(1) });
    expect((await here.records())[0]?.fields['text']).toBe(text);
  });

  test('standard input', async () => {
    const here = await place();
    const to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
    const ran = await postil(['import', '-', ...to], { input: line('1', 'a') + line('2', 'b') });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^rows +2\ninserted +2\n/);
    expect(ran.stderr).toBe(`→ ${server.url} (${server.data})\n`);
    expect(
      await ok(['import', '-', '--format', 'csv', ...to], { input: 'external_id,fields.text\n3,c\n' }),
    ).toMatch(/^inserted +1$/m);
    expect((await here.records()).map(({ external_id }) => external_id)).toEqual(['1', '2', '3']);
  });

  test('other names, with --map and --id, and every digit of a number', async () => {
    const here = await place();
    const text = `{"no": 12345678901234567890, "body": "a", "title": "t", "from": "x", "rank": 1.0, "other": 1}
{"no": "b", "body": "b", "rank": 1e2, "from": null}
`;
    const mapped = ['--map', 'text=body', 'metadata.group=from', 'metadata.score=rank', '--id', 'no'];
    expect(await here.import('x.jsonl', text, ...mapped)).toMatchObject({ code: 0, summary: counts(2) });
    const { stdout } = await postil([
      ...['export', '--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data],
    ]);
    const [first = '', second = ''] = stdout.split('\n');
    expect(first).toContain('"external_id" : "12345678901234567890"');
    expect(first).toContain('"fields" : {"text": "a", "title": "t"}');
    expect(first).toContain('"metadata" : {"group": "x", "score": 1.0}');
    expect(second).toContain('"metadata" : {"group": null, "score": 100}');
  });
});

describe('of several rows for one record', () => {
  test('the last wins, near or far apart', async () => {
    const here = await place();
    const many = Array.from({ length: 1_500 }, (_, i) => line(`r${i}`, `first ${i}`)).join('');
    const text =
      line('r0', 'before') + many + line('r0', 'near') + line('r0', 'last') + line('r1499', 'last');
    expect(await here.import('x.jsonl', text)).toMatchObject({ code: 0, summary: counts(1_500, 4) });
    const found = new Map(
      (await here.records()).map((record) => [record.external_id, record.fields['text']]),
    );
    expect(found.size).toBe(1_500);
    expect([found.get('r0'), found.get('r1499'), found.get('r7')]).toEqual(['last', 'last', 'first 7']);
  });
});

const bad: [number, string, RegExp | string, string | Buffer][] = [
  [2, 'BAD_LINE', /^not JSON: /, 'nonsense'],
  [3, 'BAD_LINE', /^not JSON: /, '{"external_id": "3", "fields": {"text": "a"}'],
  [4, 'BAD_LINE', 'not a JSON object', '[1]'],
  [5, 'BAD_LINE', 'not a JSON object', '"text"'],
  [6, 'BAD_LINE', 'not a JSON object', 'null'],
  [7, 'BAD_LINE', 'not UTF-8', Buffer.from('{"external_id": "7", "fields": {"text": "\xff"}}', 'latin1')],
  [9, 'PN422', /colour/, '{"external_id": "9", "fields": {"text": "a"}, "colour": "red"}'],
  [10, 'PN422', /fields/, '{"external_id": "10"}'],
  [11, 'PN422', /object/, '{"external_id": "11", "fields": "text"}'],
  [12, 'PN422', /external_id/, '{"external_id": "", "fields": {"text": "a"}}'],
  [13, '22P05', /Unicode/, '{"external_id": "13", "fields": {"text": "a\\u0000b"}}'],
  [14, 'PGRST102', /json/, '{"external_id": "14", "fields": {"text": "\\ud83d"}}'],
  [15, '22003', /overflow/, '{"external_id": "15", "fields": {"text": 1e999999}}'],
  [16, 'PN422', /UUID/, '{"id": "16", "fields": {"text": "a"}}'],
  [17, 'PN422', /whole number/, '{"external_id": "17", "fields": {"text": "a"}, "min_submitted": "x"}'],
  [18, 'PN422', /no time/, '{"external_id": "18", "fields": {"text": "a"}, "inserted_at": "soon"}'],
  [
    19,
    'PN422',
    /nobody/,
    '{"external_id": "19", "fields": {"text": "a"}, "responses": [{"user": "nobody"}]}',
  ],
  [
    20,
    'PN422',
    /status/,
    '{"external_id": "20", "fields": {"text": "a"}, "responses": [{"user": "owner", "status": "x"}]}',
  ],
  [
    21,
    'PN422',
    /agent/,
    '{"external_id": "21", "fields": {"text": "a"}, "suggestions": [{"question": "label", "value": "x"}]}',
  ],
  [22, 'PN422', /title: is not a text/, '{"external_id": "22", "fields": {"text": "a", "title": 1}}'],
  [23, 'PN422', /text: is missing/, '{"external_id": "23", "fields": {}}'],
  [
    24,
    'PN422',
    /label: is empty/,
    '{"external_id": "24", "fields": {"text": "a"}, "responses": [{"user": "owner", "status": "submitted", "values": {"label": {"value": ""}}}]}',
  ],
];

/** Bad lines between two good ones, with an empty line to count. */
function withBad(lines: typeof bad): Buffer {
  const all: (string | Buffer)[] = [line('1', 'good')];
  for (const [number, , , text] of lines) {
    while (all.length < number - 1) all.push('\n');
    all.push(Buffer.concat([Buffer.from(text), Buffer.from('\n')]));
  }
  all.push(line('last', 'good'));
  return Buffer.concat(all.map((one) => Buffer.from(one)));
}

describe('bad lines', () => {
  test('are skipped and told, each with its number and reason, and the others are stored', async () => {
    const here = await place();
    const { code, summary, said, rejects } = await here.import('x.jsonl', withBad(bad), '--on-error', 'skip');
    expect(rejects.map(({ line, code }) => [line, code])).toEqual(bad.map(([line, code]) => [line, code]));
    for (const [place, [, , message, text]] of bad.entries()) {
      const row = rejects[place];
      expect(row?.message).toMatch(message);
      expect(Object.keys(row ?? {})).toEqual(['line', 'code', 'message', 'details', 'hint', 'text']);
      expect(row?.text).toBe(typeof text === 'string' ? text : '');
    }
    expect([code, said]).toEqual([1, '']);
    expect(summary).toMatchObject(counts(2, 0, 0, bad.length));
    expect((await here.records()).map(({ external_id }) => external_id)).toEqual(['1', 'last']);
  });

  test('without --rejects are told on stderr', async () => {
    const here = await place();
    const rest = ['--on-error', 'skip', '--rejects', '/dev/null'];
    expect((await here.import('x.jsonl', withBad(bad), ...rest)).said).toBe('');
    const to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
    const ran = await postil(['import', '-', ...to, '--on-error', 'skip'], {
      input: withBad(bad.slice(0, 7)),
    });
    expect(ran.code).toBe(1);
    expect([...ran.stderr.matchAll(/^line (\d+): /gm)].map((match) => Number(match[1]))).toEqual([
      2, 3, 4, 5, 6, 7, 9,
    ]);
  });

  test.for(bad.filter(([number]) => [2, 7, 9, 13, 14].includes(number)))(
    'end the import otherwise: line %s, %s',
    async ([number, code, message, text]) => {
      const here = await place();
      const ended = await here.import('x.jsonl', withBad([[number, code, message, text]]));
      expect([ended.code, ended.summary]).toEqual([1, undefined]);
      const body = JSON.parse(ended.said) as { code: string; message: string; hint: string };
      expect(body.code).toBe(code);
      expect(body.message).toMatch(new RegExp(`^x\\.jsonl line ${number}: `));
      expect(body.hint).toMatch(/\d rows were stored\. Mend the line and run the import again/);
      expect((await here.records())[0]?.external_id).toBe('1');
    },
  );

  test('that are all there is', async () => {
    const here = await place();
    const only = await here.import('x.jsonl', 'nonsense\n'.repeat(2_500), '--on-error', 'skip');
    expect([only.code, only.rejects.length]).toEqual([1, 2_500]);
    expect(only.summary).toMatchObject(counts(0, 0, 0, 2_500));
  });

  test('among thousands keep their numbers', async () => {
    const here = await place();
    const numbers = [1, 999, 1_000, 1_001, 2_000, 2_001, 3_333];
    const text = Array.from({ length: 3_333 }, (_, i) =>
      numbers.includes(i + 1) ? (i % 2 ? 'x\n' : '{"fields": {"text": "\\u0000"}}\n') : line(`${i + 1}`, 'a'),
    ).join('');
    const { rejects, summary } = await here.import('x.jsonl', text, '--on-error', 'skip');
    expect(rejects.map((row) => row.line)).toEqual(numbers);
    expect(summary).toMatchObject(counts(3_333 - numbers.length, 0, 0, numbers.length));
  });

  test('a line without an end is no line', async () => {
    const here = await place();
    const { code, said } = await here.import(
      'x.jsonl',
      `${line('1', 'a')}{"text": "${'x'.repeat(18_000_000)}`,
    );
    expect([code, JSON.parse(said)]).toMatchObject([
      1,
      { code: 'BAD_FILE', message: 'line 2 is longer than 16 MiB' },
    ]);
  });
});

describe('what cannot be imported at all', () => {
  test('says why', async () => {
    const here = await place();
    const said = async (...args: string[]) =>
      JSON.parse((await here.import('x.jsonl', line('1', 'a'), ...args)).said);
    expect(await said('--dataset', 'none')).toMatchObject({ code: 'PN404' });
    expect(await said('--map', 'colour=x')).toMatchObject({
      code: 'BAD_ARGUMENT',
      hint: expect.stringContaining('text'),
    });
    expect(await said('--map', 'text')).toMatchObject({ code: 'BAD_ARGUMENT' });
    expect(await said('--rejects', '/dev/null')).toMatchObject({ code: 'BAD_ARGUMENT' });
    expect(await said('--on-error', 'skip', '--rejects', '/nowhere/x')).toMatchObject({
      code: 'FILE_UNWRITABLE',
    });
    const to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
    const missing = await postil(['import', '/nowhere.jsonl', ...to]);
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringContaining('cannot read /nowhere.jsonl'),
    ]);
    const directory = await postil(['import', '/tmp', ...to]);
    expect(directory.code).toBe(1);
    expect(directory.stderr).not.toMatch(/\n\s+at /);
    expect(await here.records()).toEqual([]);
  });
});

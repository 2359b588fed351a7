/** postil import of CSV: what is read, and how each bad row is told. */
import { beforeAll, describe, expect, test } from 'vitest';
import { counts, type Place, startTransfer } from './transfer.ts';

let place: (shape?: object) => Promise<Place>;
beforeAll(async () => {
  ({ place } = await startTransfer());
});

const byId = ['--id', 'id'];

describe('reads', () => {
  test.for<[string, string]>([
    ['Unix lines', 'id,text\n1,a\n2,b\n'],
    ['Windows lines', 'id,text\r\n1,a\r\n2,b\r\n'],
    ['old Macintosh lines', 'id,text\r1,a\r2,b\r'],
    ['a byte order mark', '\uFEFFid,text\n1,a\n2,b\n'],
    ['a byte order mark before a quote', '\uFEFF"id","text"\n"1","a"\n2,b\n'],
    ['no end of the last line', 'id,text\n1,a\n2,b'],
    ['empty lines', '\nid,text\n\n1,a\n\n\n2,b\n\n'],
    ['other columns, in any order', 'x,text,id,y\n,a,1,\n7,b,2,8\n'],
  ])('%s', async ([, text]) => {
    const here = await place();
    expect(await here.import('x.csv', text, ...byId)).toMatchObject({ code: 0, summary: counts(2) });
    expect(await here.records()).toMatchObject([
      { external_id: '1', fields: { text: 'a' } },
      { external_id: '2', fields: { text: 'b' } },
    ]);
  });

  test('cells with anything in them', async () => {
    const here = await place();
    const cells = [
      'a,b',
      'a "b"',
      '"',
      'a\nb\r\nc\rd\n',
      '\u2028',
      ' a ',
      'ü € 😀',
      "=1+1'",
      '\\',
      '\\n',
      'null',
      '01.0',
    ];
    const text = cells.map((cell, i) => `${i + 10},"${cell.replaceAll('"', '""')}"\n`).join('');
    const imported = await here.import('x.csv', `id,text\n${text}`, ...byId);
    expect(imported).toMatchObject({ code: 0, summary: counts(cells.length) });
    expect((await here.records()).map(({ fields }) => fields['text'])).toEqual(cells);
  });

  test('absent and empty as two different things', async () => {
    const here = await place();
    await here.import('x.csv', 'id,text,title\n1,"",""\n2,x,\n', ...byId);
    expect((await here.records()).map(({ fields }) => fields)).toEqual([
      { text: '', title: '' },
      { text: 'x' },
    ]);
  });

  test('names of columns with anything in them', async () => {
    const here = await place();
    const imported = await here.import(
      'x.csv',
      '"the ""id""","body,\nin full",ünï\n1,a,b\nx,c\n',
      ...['--map', 'text=body,\nin full', 'title=ünï', '--id', 'the "id"', '--on-error', 'skip'],
    );
    expect(imported.summary).toMatchObject(counts(1, 0, 0, 1));
    expect(imported.rejects).toMatchObject([{ line: 4, text: 'x,c' }]);
    expect(await here.records()).toMatchObject([{ external_id: '1', fields: { text: 'a', title: 'b' } }]);
  });

  test('JSON where a field is not text, numbers where metadata are', async () => {
    const here = await place();
    const text =
      'id,text,chat,group,score\n1,12,"[{""role"": ""user"", ""content"": ""1.0""}]",7,1.50\n2,x,[],,12345678901234567890\n' +
      '3,y,,b,\n4,x,hello,,\n5,x,,,n/a\n';
    const imported = await here.import(
      'x.csv',
      text,
      ...[...byId, '--map', 'metadata.group=group', 'metadata.score=score', '--on-error', 'skip'],
    );
    expect(imported.rejects).toMatchObject([
      { line: 5, code: 'PN422', message: expect.stringContaining('chat: is not a list') },
      { line: 6, code: 'PN422', message: expect.stringContaining('score: is not a number') },
    ]);
    expect(await here.records()).toEqual([
      {
        external_id: '1',
        fields: { text: '12', chat: [{ role: 'user', content: '1.0' }] },
        metadata: { group: '7', score: 1.5 },
      },
      {
        external_id: '2',
        fields: { text: 'x', chat: [] },
        metadata: { score: Number('12345678901234567890') },
      },
      { external_id: '3', fields: { text: 'y' }, metadata: { group: 'b' } },
    ]);
  });

  test('an empty file, and a header alone', async () => {
    const here = await place();
    for (const text of ['', '\n', 'id,text', 'id,text\n']) {
      expect(await here.import('x.csv', text, ...byId)).toMatchObject({ code: 0, summary: counts(0) });
    }
  });

  test('the columns of an export, as far as they are there', async () => {
    const here = await place();
    const text =
      'external_id,fields.text,fields.chat,metadata,status\n1,a,"[{""role"": ""a"", ""content"": ""b""}]","{""x"": null}",completed\n2,b,,,\n';
    expect(await here.import('x.csv', text)).toMatchObject({ code: 0, summary: counts(2) });
    expect(await here.records()).toEqual([
      { external_id: '1', fields: { text: 'a', chat: [{ role: 'a', content: 'b' }] }, metadata: { x: null } },
      { external_id: '2', fields: { text: 'b' }, metadata: {} },
    ]);
  });

  test('a cell of some megabytes', async () => {
    const here = await place();
    const text = 'y\n'.repeat(3_000_000);
    expect(await here.import('x.csv', `id,text\n1,"${text}"\n`, ...byId)).toMatchObject({
      summary: counts(1),
    });
    expect((await here.records())[0]?.fields['text']).toBe(text);
  });

  test('the last of several rows for one record', async () => {
    const here = await place();
    const imported = await here.import('x.csv', 'id,text\n1,a\n2,b\n1,c\n1,d\n', ...byId);
    expect(imported).toMatchObject({ code: 0, summary: counts(2, 2) });
    expect((await here.records()).map(({ fields }) => fields['text'])).toEqual(['d', 'b']);
  });
});

describe('bad rows', () => {
  // Rows of several lines, so that a row and the line that it begins on are told apart.
  const rows: [number, string | undefined, string | Buffer][] = [
    [2, undefined, '1,"a\nb"'],
    [4, 'columns length is 2, got 3', '2,a,extra'],
    [5, undefined, '3,c'],
    [7, 'columns length is 2, got 1', '\n4'],
    [8, 'not UTF-8', Buffer.from('5,\xfc', 'latin1')],
    [9, 'columns length is 2, got 3', Buffer.from('6,\xfc,"x\ny"', 'latin1')],
    [11, undefined, '7,"d\r\n\ne"'],
    [14, 'unsupported Unicode escape sequence', '8,a\u0000b'],
    [15, 'external_id has 1 to 500 characters, not 501', `${'9'.repeat(501)},f`],
    [16, undefined, '9,g'],
  ];
  const file = (wanted: typeof rows) =>
    Buffer.concat([
      Buffer.from('id,text\n'),
      ...wanted.flatMap(([, , row]) => [Buffer.from(row), Buffer.from('\n')]),
    ]);
  const bad = rows.filter(([, problem]) => problem !== undefined);

  test('are skipped and told, each with the line that it begins on, and the others are stored', async () => {
    const here = await place();
    const { code, summary, rejects } = await here.import('x.csv', file(rows), ...byId, '--on-error', 'skip');
    expect(rejects.map((row) => row.line)).toEqual(bad.map(([line]) => line));
    for (const [i, [, problem]] of bad.entries()) expect(rejects[i]?.message).toContain(problem);
    expect(rejects[0]?.text).toBe('2,a,extra');
    expect(code).toBe(1);
    expect(summary).toMatchObject(counts(rows.length - bad.length, 0, 0, bad.length));
    expect((await here.records()).map(({ fields }) => fields['text'])).toEqual([
      'a\nb',
      'c',
      'd\r\n\ne',
      'g',
    ]);
  });

  test('end the import otherwise, and what came before is stored', async () => {
    const here = await place();
    const { code, said } = await here.import('x.csv', file(rows), ...byId);
    expect([code, JSON.parse(said)]).toMatchObject([
      1,
      { message: expect.stringMatching(/^x\.csv line 4: /) },
    ]);
    expect((await here.records()).map(({ external_id }) => external_id)).toEqual(['1']);
  });

  test('among thousands keep their lines and their order', async () => {
    const here = await place();
    const numbers = [2, 3, 500, 1_001, 1_002, 2_345];
    const text = Array.from({ length: 2_400 }, (_, i) =>
      numbers.includes(i + 2) ? (i % 2 ? 'x\n' : 'x,\u0000\n') : `${i},a\n`,
    ).join('');
    const { rejects, summary } = await here.import(
      'x.csv',
      `id,text\n${text}`,
      ...byId,
      '--on-error',
      'skip',
    );
    expect(rejects.map((row) => row.line)).toEqual(numbers);
    expect(summary).toMatchObject(counts(2_400 - numbers.length, 0, 0, numbers.length));
  });

  test.for<[string, string, string]>([
    ['min_submitted', 'x', 'BAD_LINE'],
    ['metadata', '{', 'BAD_LINE'],
    ['responses', 'none', 'BAD_LINE'],
    ['fields.chat', '[', 'BAD_LINE'],
    ['fields', '[1]', 'BAD_LINE'],
    ['id', 'x', 'PN422'],
    ['colour', 'red', 'PN422'],
  ])('in the columns of an export: %s with %s', async ([column, cell, code]) => {
    const here = await place();
    const text = `external_id,fields.text,${column}\n1,a,\n2,b,${cell}\n`;
    const { rejects, summary } = await here.import('x.csv', text, '--on-error', 'skip');
    expect(rejects).toMatchObject([{ line: 3, code, message: expect.stringContaining(column) }]);
    expect(summary).toMatchObject(counts(1, 0, 0, 1));
  });
});

describe('what cannot be read on from', () => {
  test.for<[string, string, number]>([
    ['a quote that nothing closes', 'id,text\n1,a\n2,"b\n3,c\n', 3],
    ['a quote inside a quoted cell', 'id,text\n1,"x\ny"\n2,"b"c\n3,d\n', 4],
    ['a quote inside a cell', 'id,text\n1,a\n2,b"c\n3,d\n', 3],
    ['a row without an end', `id,text\n1,"${'x'.repeat(18_000_000)}"\n`, 2],
  ])('%s ends the import, even when bad rows are skipped', async ([, text, line]) => {
    const here = await place();
    for (const rest of [[], ['--on-error', 'skip', '--rejects', '/dev/null']]) {
      const { code, said } = await here.import('x.csv', text, ...byId, ...rest);
      expect([code, JSON.parse(said)]).toMatchObject([1, { code: 'BAD_FILE' }]);
      expect(JSON.parse(said).message).toContain(`begins on line ${line} `);
    }
    // Never rows that were made up of the rest.
    expect((await here.records()).every(({ external_id }) => external_id === '1')).toBe(true);
  });
});

describe('a header that cannot be used', () => {
  test.for<[string, string | Buffer, string[], string]>([
    ['twice the same', 'id,text,text\n1,a,b\n', byId, 'names the column text twice'],
    ['no column for the id', 'no,text\n1,a\n', byId, 'has no column id'],
    ['no column for a field', 'id,body\n1,a\n', byId, 'has no column text'],
    ['another separator', 'id;text\n1;a\n', byId, 'has no column text, id'],
    ['not UTF-8', Buffer.from('id,text,\xfc\n1,a,b\n', 'latin1'), byId, 'not UTF-8'],
    [
      'a mapped column that is not there',
      'id,text\n1,a\n',
      [...byId, '--map', 'title=headline'],
      'no column headline',
    ],
  ])('%s', async ([, text, args, words]) => {
    const here = await place();
    const { code, said } = await here.import('x.csv', text, ...args);
    expect([code, JSON.parse(said)]).toMatchObject([
      1,
      { code: 'BAD_FILE', message: expect.stringContaining(words) },
    ]);
    expect(await here.records()).toEqual([]);
  });
});

/** Reads CSV: exports, or any table with a header whose columns are mapped. */
import { Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { PostilError } from '../errors.ts';
import { csvRow } from './csv-row.ts';
import { type BadLine, jsonObject, keysOf, type Mapping, type Shape, type SourceRow } from './source.ts';

/** A cell is null when it is empty without quotes, which is how an export writes what is absent. */
type Cells = Record<string, string | null>;

const longestRow = 16 * 1024 * 1024;

/**
 * @param mapping undefined for the columns of an export
 * @param newIds leave out the ids that the rows have
 * @throws PostilError BAD_FILE for a header that cannot be used, and for quotes after which nobody knows where the next
 * row begins
 */
export async function* readCsv(
  input: AsyncIterable<Buffer>,
  mapping: Mapping | undefined,
  shape: Shape,
  newIds: boolean,
): AsyncGenerator<SourceRow | BadLine> {
  /** Bad rows wait here for the good ones before them, which the parser has read but not given out yet. */
  const bad: { after: number; row: BadLine }[] = [];
  const lines = lineCounter();
  let read = 0;
  let undecodable = false;
  const parser = parse({
    // Bytes as they are; decoded cell by cell, because a decoder for all would put U+FFFD where bytes are not UTF-8.
    encoding: 'latin1',
    columns: (header: (string | null)[]) => {
      const names = header.map((name) => name ?? '');
      if (undecodable)
        throw new PostilError('BAD_FILE', 'the header is not UTF-8', { hint: 'Save it as UTF-8.' });
      lines.begin(names, { empty_lines: 0 });
      return checked(names, mapping);
    },
    max_record_size: longestRow,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (!(error instanceof CsvError)) return;
      const cells = (error['record'] ?? []) as string[];
      const line = lines.begin(cells, error as unknown as Info);
      undecodable = false;
      if (error.code !== 'CSV_RECORD_INCONSISTENT_COLUMNS') throw unreadable(line, error);
      const text = csvRow(cells);
      bad.push({ after: read, row: { line, problem: error.message.replace(/ on line \d+$/, ''), text } });
    },
    cast: (value, { quoting }) => {
      if (value === '' && !quoting) return null;
      const text = decode(value);
      undecodable ||= text === undefined;
      return text ?? value;
    },
    on_record: (cells: Cells, info) => {
      const line = lines.begin(Object.values(cells), info);
      if (undecodable) {
        undecodable = false;
        bad.push({ after: read, row: { line, problem: 'not UTF-8', text: '' } });
        return null;
      }
      read += 1;
      return { line, cells };
    },
  });
  const source = Readable.from(withoutMark(input));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let given = 0;
  for await (const { line, cells } of parser as AsyncIterable<{ line: number; cells: Cells }>) {
    while (bad[0] && bad[0].after <= given) yield (bad.shift() as (typeof bad)[0]).row;
    yield mapping ? mapped(line, cells, mapping, shape) : exported(line, cells, shape, newIds);
    given += 1;
  }
  for (const { row } of bad) yield row;
}

/** Counts lines by itself: the parser takes a line end of two characters inside a cell for two. */
function lineCounter() {
  let next = 1;
  let empty = 0;
  return {
    /** The line that a row with these cells begins on. */
    begin(cells: (string | null)[], { empty_lines }: Pick<Info, 'empty_lines'>): number {
      const begin = next + empty_lines - empty;
      empty = empty_lines;
      next = begin + 1;
      for (const cell of cells) {
        if (cell === null) continue;
        for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) next += 1;
      }
      return begin;
    },
  };
}

async function* withoutMark(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of input) {
    yield first && chunk.indexOf('\uFEFF') === 0 ? chunk.subarray(3) : chunk;
    first = false;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes that were read as Latin-1, or undefined when they are not UTF-8. */
function decode(bytes: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the same in both.
  if (/^[\x00-\x7f]*$/.test(bytes)) return bytes;
  try {
    return decoder.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}

function unreadable(line: number, error: CsvError): PostilError {
  const tooLong = error.code === 'CSV_MAX_RECORD_SIZE';
  return new PostilError(
    'BAD_FILE',
    `the row that begins on line ${line} ${tooLong ? 'is longer than 16 MiB' : 'has a quote out of place'}`,
    {
      details: error.message,
      hint: 'Where the next row begins cannot be told, so nothing after it was read. A quote inside a quoted cell is written twice.',
    },
  );
}

function checked(header: string[], mapping: Mapping | undefined): string[] {
  const twice = header.find((name, place) => header.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new PostilError('BAD_FILE', `the header names the column ${twice} twice`, {
      hint: 'Give each column a name of its own.',
    });
  }
  const wanted = mapping ? [...mapping.fields.values(), ...mapping.metadata.values(), mapping.id] : [];
  const missing = wanted.filter(
    (name) => name !== undefined && !header.includes(name) && !mapping?.optional.has(name),
  );
  if (missing.length > 0) {
    throw new PostilError('BAD_FILE', `the file has no column ${missing.join(', ')}`, {
      details: `It has: ${header.join(', ')}.`,
      hint: 'Say which column fills which field: --map field=column, and --id column.',
    });
  }
  return header;
}

const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

function mapped(line: number, cells: Cells, mapping: Mapping, shape: Shape): SourceRow | BadLine {
  const id = mapping.id === undefined ? undefined : (cells[mapping.id] ?? '');
  if (id === '') {
    return {
      line,
      problem: `the id, in the column ${mapping.id}, is empty`,
      hint: 'Without --id, each import stores all rows as new records.',
      text: csvRow(Object.values(cells)),
    };
  }
  const fields = [...mapping.fields].map(([name, column]): [string, string | undefined] => [
    name,
    fieldJson(cells[column] ?? null, shape.fields.get(name) ?? true),
  ]);
  const metadata = [...mapping.metadata].map(([name, column]): [string, string | undefined] => {
    const cell = cells[column] ?? null;
    if (cell === null) return [name, undefined];
    return [name, shape.metadata.get(name) && isNumber.test(cell) ? cell : JSON.stringify(cell)];
  });
  return {
    line,
    json: jsonObject([
      ['external_id', id === undefined ? undefined : JSON.stringify(id)],
      ['fields', jsonObject(fields)],
      ['metadata', mapping.metadata.size > 0 ? jsonObject(metadata) : undefined],
    ]),
    keys: keysOf({ external_id: id }),
  };
}

const textColumns = ['id', 'external_id', 'inserted_at', 'updated_at'];
const jsonColumns = ['min_submitted', 'metadata', 'suggestions', 'responses'];

function exported(line: number, cells: Cells, shape: Shape, newIds: boolean): SourceRow | BadLine {
  const members: [string, string | undefined][] = [];
  const fields: [string, string | undefined][] = [];
  let others = '';
  for (const [column, cell] of Object.entries(cells)) {
    if (cell === null || column === 'status' || (newIds && column === 'id')) continue;
    if (column === 'fields') {
      if (!isJson(cell) || !/^\s*\{/.test(cell)) return notJson(line, column, cell);
      others = cell.trim().slice(1, -1).trim(); // Without its braces, to be joined with the rest.
    } else if (column.startsWith('fields.')) {
      const name = column.slice('fields.'.length);
      const isText = shape.fields.get(name) ?? true;
      if (!isText && !isJson(cell)) return notJson(line, column, cell);
      fields.push([name, fieldJson(cell, isText)]);
    } else if (textColumns.includes(column)) {
      members.push([column, JSON.stringify(cell)]);
    } else {
      if (jsonColumns.includes(column) && !isJson(cell)) return notJson(line, column, cell);
      // A column that is none of a record's is refused by the database, which names it.
      members.push([column, jsonColumns.includes(column) ? cell : JSON.stringify(cell)]);
    }
  }
  const keys = keysOf(
    newIds ? { external_id: cells['external_id'] } : { id: cells['id'], external_id: cells['external_id'] },
  );
  const ours = jsonObject(fields);
  const all = others === '' ? ours : `${ours.slice(0, -1)}${fields.length > 0 ? ',' : ''}${others}}`;
  return { line, json: jsonObject([...members, ['fields', all]]), keys };
}

function fieldJson(cell: string | null, isText: boolean): string | undefined {
  if (cell === null) return undefined;
  return isText || !isJson(cell) ? JSON.stringify(cell) : cell;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function notJson(line: number, column: string, cell: string): BadLine {
  return { line, problem: `the column ${column} does not hold JSON`, text: cell };
}

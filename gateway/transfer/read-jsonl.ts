/** Reads JSONL: exports, records as upsert_records takes them, or flat objects whose members are mapped. */
import { isLosslessNumber, parse as parseLossless, stringify as stringifyLossless } from 'lossless-json';
import { readLines } from './read-lines.ts';
import { type BadLine, jsonObject, keysOf, type Mapping, type SourceRow } from './source.ts';

const oneObject = 'Each line is one JSON object. CSV is told by the name of the file, or by --format csv.';

/**
 * @param mapping undefined for lines that are records already
 * @param newIds leave out the ids that the lines have
 */
export async function* readJsonl(
  input: AsyncIterable<Buffer>,
  mapping: Mapping | undefined,
  newIds: boolean,
): AsyncGenerator<SourceRow | BadLine> {
  for await (const { line, text } of readLines(input)) {
    if (text === undefined) yield { line, problem: 'not UTF-8', text: '' };
    else if (text.trim() !== '') yield read(line, text, mapping, newIds);
  }
}

function read(
  line: number,
  text: string,
  mapping: Mapping | undefined,
  newIds: boolean,
): SourceRow | BadLine {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
      return { line, problem: 'not a JSON object', hint: oneObject, text };
    }
    if (mapping) return mapped(line, text, mapping);
    const record = parsed as { id?: unknown; external_id?: unknown };
    return newIds && 'id' in record
      ? { line, json: withoutId(text), keys: keysOf({ external_id: record.external_id }) }
      : { line, json: text, keys: keysOf(record) };
  } catch (error) {
    // The lossless parser calls itself for each level.
    if (error instanceof RangeError)
      return { line, problem: 'nested too deep', hint: 'Store it as a text.', text };
    return {
      line,
      problem: `not JSON: ${(error as Error).message}`,
      hint: oneObject,
      text,
    };
  }
}

function mapped(line: number, text: string, mapping: Mapping): SourceRow | BadLine {
  const source = parseLossless(text) as Record<string, unknown>;
  const missing = missingColumn(source, mapping);
  if (missing !== undefined) {
    const hint = `The row has: ${Object.keys(source).join(', ')}. What --map and --id name must be in every row; null stands for no value.`;
    return { line, problem: missing, hint, text };
  }
  const id = mapping.id === undefined ? undefined : source[mapping.id];
  if (id !== undefined && !isId(id)) {
    return {
      line,
      problem: `the id, in the column ${mapping.id}, is ${nameOf(id)}`,
      hint: 'An id is a text or a number. Without --id, each import stores all rows as new records.',
      text,
    };
  }
  const members = (columns: Map<string, string>) =>
    jsonObject(
      [...columns]
        .filter(([, column]) => Object.hasOwn(source, column))
        .map(([name, column]) => [name, stringifyLossless(source[column])]),
    );
  const externalId = id === undefined ? undefined : String(id);
  return {
    line,
    json: jsonObject([
      ['external_id', externalId === undefined ? undefined : JSON.stringify(externalId)],
      ['fields', members(mapping.fields)],
      ['metadata', mapping.metadata.size > 0 ? members(mapping.metadata) : undefined],
    ]),
    keys: keysOf({ external_id: externalId }),
  };
}

function missingColumn(source: object, mapping: Mapping): string | undefined {
  const wanted: [string, string][] = [
    ...(mapping.id === undefined ? [] : [[mapping.id, 'the id'] as [string, string]]),
    ...[...mapping.fields].map(([name, column]): [string, string] => [column, `the field ${name}`]),
    ...[...mapping.metadata].map(([name, column]): [string, string] => [column, `metadata.${name}`]),
  ];
  const missing = wanted.find(([column]) => !Object.hasOwn(source, column) && !mapping.optional.has(column));
  return missing && `no column ${missing[0]}, for ${missing[1]}`;
}

function isId(value: unknown): boolean {
  return typeof value === 'string' ? value !== '' : isLosslessNumber(value);
}

function nameOf(value: unknown): string {
  if (value === '') return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** An export begins with the id; anything else is parsed and written again. */
function withoutId(text: string): string {
  const shorter = text.replace(/^\s*\{\s*"id"\s*:\s*"[^"\\]*"\s*,/, '{');
  if (shorter !== text) return shorter;
  const { id: _, ...rest } = parseLossless(text) as Record<string, unknown>;
  return stringifyLossless(rest) ?? '{}';
}

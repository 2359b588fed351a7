/** Reads JSONL: exports, records as upsert_records takes them, or flat objects whose members are mapped. */
import { parse as parseLossless, stringify as stringifyLossless } from 'lossless-json';
import { readLines } from './read-lines.ts';
import { type BadLine, jsonObject, keysOf, type Mapping, type SourceRow } from './source.ts';

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
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { line, problem: `not JSON: ${(error as Error).message}`, text };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { line, problem: 'not a JSON object', text };
  }
  if (mapping) return mapped(line, text, mapping);
  const record = parsed as { id?: unknown; external_id?: unknown };
  return newIds && 'id' in record
    ? { line, json: withoutId(text), keys: keysOf({ external_id: record.external_id }) }
    : { line, json: text, keys: keysOf(record) };
}

function mapped(line: number, text: string, mapping: Mapping): SourceRow {
  const source = parseLossless(text) as Record<string, unknown>;
  const members = (columns: Map<string, string>) =>
    jsonObject([...columns].map(([name, column]) => [name, stringifyLossless(source[column])]));
  const id = mapping.id === undefined ? undefined : source[mapping.id];
  const externalId = id === undefined || id === null ? undefined : String(id);
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

/** An export begins with the id; anything else is parsed and written again. */
function withoutId(text: string): string {
  const shorter = text.replace(/^\s*\{\s*"id"\s*:\s*"[^"\\]*"\s*,/, '{');
  if (shorter !== text) return shorter;
  const { id: _, ...rest } = parseLossless(text) as Record<string, unknown>;
  return stringifyLossless(rest) ?? '{}';
}

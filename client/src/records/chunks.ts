/** Cutting a stream of rows into calls. */
import { clientError, type PostilError } from '../errors.ts';
import type { RecordInput } from './record-input.ts';

export type Chunk = {
  /** The position of the first row in the whole input, from 0. */
  start: number;
  rows: RecordInput[];
  /** Why the only row of this chunk cannot be sent. */
  unsendable?: PostilError;
};

/**
 * Cuts rows into chunks, in order, holding one chunk at a time. A chunk ends before it has more rows or more bytes of
 * JSON than allowed, and before a row whose external_id or id it already has: one call takes each record once, and of
 * two calls the later wins, as if the rows were sent one by one. A row that alone has too many bytes goes alone.
 */
export async function* cutIntoChunks(
  rows: Iterable<RecordInput> | AsyncIterable<RecordInput>,
  most: { rows: number; bytes: number },
): AsyncGenerator<Chunk, void, undefined> {
  let chunk: Chunk = { start: 0, rows: [] };
  let bytes = 0;
  let names = new Set<string>();
  const next = () => {
    chunk = { start: chunk.start + chunk.rows.length, rows: [] };
    bytes = 0;
    names = new Set();
  };

  for await (const row of rows) {
    const size = measure(row);
    if (typeof size !== 'number') {
      if (chunk.rows.length > 0) yield chunk;
      next();
      chunk.rows.push(row);
      yield { ...chunk, unsendable: size };
      next();
      continue;
    }
    const rowNames = namesOf(row);
    const full = chunk.rows.length >= most.rows || bytes + size > most.bytes;
    if (chunk.rows.length > 0 && (full || rowNames.some((name) => names.has(name)))) {
      yield chunk;
      next();
    }
    chunk.rows.push(row);
    bytes += size;
    for (const name of rowNames) names.add(name);
  }
  if (chunk.rows.length > 0) yield chunk;
}

const encoder = new TextEncoder();

/** The bytes of a row's JSON with the comma behind it, or why it has none. */
function measure(row: RecordInput): number | PostilError {
  try {
    return encoder.encode(JSON.stringify(row) ?? 'null').length + 1;
  } catch (cause) {
    return clientError('NOT_JSON', 'a row cannot be written as JSON', {
      details: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
}

/** What a row may be recognised by, as the server compares it. */
function namesOf(row: RecordInput | null): string[] {
  const names: string[] = [];
  const externalId = row?.external_id ?? null;
  const id = row?.id ?? null;
  if (externalId !== null) names.push(`external_id ${externalId}`);
  if (id !== null) names.push(`id ${String(id).toLowerCase()}`);
  return names;
}

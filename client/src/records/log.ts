/** Logging records: any number of rows, in constant memory. */
import { type Connection, send, throwIfAborted } from '../connection.ts';
import type { Json, UpsertResult } from '../database.ts';
import type { DatasetAddress } from '../dataset-address.ts';
import { type ErrorBody, isPostilError, PostilError } from '../errors.ts';
import { requireCount } from '../options.ts';
import { type Chunk, cutIntoChunks } from './chunks.ts';
import type { RecordInput } from './record-input.ts';

/** About what a proxy in between still takes; a row that is bigger by itself is sent alone. */
const bytesPerCall = 1_000_000;

/** Running totals, in rows. */
export type LogTotals = {
  sent: number;
  inserted: number;
  updated: number;
  unchanged: number;
  refused: number;
};

/** A row that was not stored, and why. */
export type RefusedRow = ErrorBody & {
  /** Its position in the whole input, from 0. */
  index: number;
};

export type LogResult = LogTotals & {
  /** The refused rows, in order; empty when `onRefused` got them. */
  refusedRows: RefusedRow[];
};

export type LogOptions = {
  /** The most rows in one call, 1 to 10,000. A call also ends at about 1 MB of JSON. Left out: 1000. */
  chunkSize?: number;
  /**
   * What a bad row does. `abort` (left out): nothing of its call is stored and a PostilError is thrown; calls before it
   * stay. `report`: it is refused, the others are stored.
   */
  onError?: 'abort' | 'report';
  /** Stores nothing and says what would happen; rows of one call do not see what an earlier one would have stored. */
  dryRun?: boolean;
  /** Gets the totals so far after each call. */
  onProgress?: (totals: LogTotals) => void;
  /** Gets each refused row instead of the result, so that memory stays flat; awaited before more is read. */
  onRefused?: (row: RefusedRow) => void | Promise<void>;
  /** Ends the work between or during calls with ABORTED; what calls have stored stays. */
  signal?: AbortSignal;
};

/** See `records.log` of the dataset. */
export async function logRecords(
  connection: Connection,
  dataset: DatasetAddress,
  rows: Iterable<RecordInput> | AsyncIterable<RecordInput>,
  options: LogOptions = {},
): Promise<LogResult> {
  const { onError = 'abort', onProgress, signal } = options;
  const chunkSize = requireCount('chunkSize', options.chunkSize ?? 1000, 10_000);
  const totals: LogTotals = { sent: 0, inserted: 0, updated: 0, unchanged: 0, refused: 0 };
  const refusedRows: RefusedRow[] = [];
  const onRefused =
    options.onRefused ??
    ((row: RefusedRow) => {
      refusedRows.push(row);
    });

  const call: Call = (part) => upsert(connection, dataset, part, { ...options, onError });
  for await (const chunk of cutIntoChunks(rows, { rows: chunkSize, bytes: bytesPerCall })) {
    throwIfAborted(signal);
    const results =
      onError === 'report' ? await sendAndReport(call, chunk) : await sendOrAbort(call, chunk, totals.sent);
    for (const result of results) {
      totals[result.action] += 1;
      if (result.action === 'refused') await onRefused(refusal(result, chunk.start));
    }
    totals.sent += chunk.rows.length;
    onProgress?.({ ...totals });
  }
  return { ...totals, refusedRows };
}

type Call = (rows: RecordInput[]) => Promise<UpsertResult[]>;

function upsert(
  connection: Connection,
  dataset: DatasetAddress,
  rows: RecordInput[],
  options: LogOptions,
): Promise<UpsertResult[]> {
  return send<UpsertResult[]>(
    connection,
    (rest) =>
      rest.rpc('upsert_records', {
        namespace: dataset.namespace,
        dataset: dataset.key,
        rows: rows as Json,
        on_error: options.onError ?? 'abort',
        dry_run: options.dryRun ?? false,
      }),
    options.signal,
  );
}

async function sendOrAbort(call: Call, chunk: Chunk, before: number): Promise<UpsertResult[]> {
  try {
    if (chunk.unsendable) throw chunk.unsendable;
    return await call(chunk.rows);
  } catch (error) {
    if (!isPostilError(error) || !(chunk.unsendable || isFaultOfRows(error))) throw error;
    const last = chunk.start + chunk.rows.length - 1;
    const where = `The call had the rows ${chunk.start} to ${last} of the input, counted from 0, of which none is stored; the ${before} rows before them are done.`;
    const details = error.details === null ? where : `${error.details}\n${where}`;
    throw new PostilError({ ...error.toJSON(), details }, error.status, error);
  }
}

/**
 * The server reports rows that it can read. Text that PostgreSQL cannot hold (the character U+0000, half a surrogate
 * pair) fails the call as a whole, as does a body that is too big; so the call is halved until the row is alone.
 */
async function sendAndReport(call: Call, chunk: Chunk): Promise<UpsertResult[]> {
  const send = async (rows: RecordInput[], offset: number): Promise<UpsertResult[]> => {
    try {
      const results = await call(rows);
      return results.map((result) => ({ ...result, index: result.index + offset }));
    } catch (error) {
      if (!isPostilError(error) || !isFaultOfRows(error)) throw error;
      if (rows.length === 1) return [refusedBy(error, offset)];
      const half = Math.ceil(rows.length / 2);
      return [...(await send(rows.slice(0, half), offset)), ...(await send(rows.slice(half), offset + half))];
    }
  };
  return chunk.unsendable ? [refusedBy(chunk.unsendable, 0)] : send(chunk.rows, 0);
}

/** Bad data: PostgreSQL's classes 22 and 23, Postil's codes, PostgREST's for broken text, HTTP's for too much of it. */
function isFaultOfRows(error: PostilError): boolean {
  return /^(22|23|PN409$|PN422$|PGRST102$)/.test(error.code) || error.status === 413;
}

function refusedBy(error: PostilError, index: number): UpsertResult {
  const { code, message, details, hint } = error;
  return { index, id: null, action: 'refused', code, message, details, hint };
}

function refusal(result: UpsertResult, start: number): RefusedRow {
  return {
    index: start + result.index,
    code: result.code ?? '',
    message: result.message ?? '',
    details: result.details,
    hint: result.hint,
  };
}

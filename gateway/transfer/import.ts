/** Sends rows to upsert_records, a call at a time, reading ahead while one is on its way. */
import { PostilError } from '../errors.ts';
import { type BadLine, isBad, type Source, type SourceRow } from './source.ts';

/** A row that was not stored, and why. */
export type Refused = {
  line: number;
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
  text: string;
};

export type Totals = { read: number; inserted: number; updated: number; unchanged: number; refused: number };

export type Result = {
  index: number;
  action: 'inserted' | 'updated' | 'unchanged' | 'refused';
  code: string | null;
  message: string | null;
  details: string | null;
  hint: string | null;
};

const rowsPerCall = 1_000;
const charactersPerCall = 1_000_000;

/**
 * Imports rows in their order. What was sent before an error stays stored; running the import again continues it,
 * because rows with an external id are found again.
 * @param send stores the rows, given as a JSON list, and returns one result per row
 * @param refuse is told each row that was not stored; when it returns false, the import ends after this call
 * @param progress is told the totals after each call
 */
export async function importRows(
  source: Source,
  send: (rows: string) => Promise<Result[]>,
  refuse: (row: Refused) => boolean,
  progress: (totals: Totals) => void,
): Promise<Totals> {
  const totals: Totals = { read: 0, inserted: 0, updated: 0, unchanged: 0, refused: 0 };
  let goOn = true;
  const take = (row: Refused) => {
    totals.refused += 1;
    if (!refuse(row)) goOn = false;
  };
  const settle = async (call: Call) => {
    const results = await call.answer;
    for (const result of results) {
      const row = call.rows[result.index];
      if (result.action !== 'refused') totals[result.action] += 1;
      else if (row) take(refusedRow(row, result));
    }
    totals.read += call.rows.length;
    progress(totals);
  };

  let pending: Call | undefined;
  for await (const batch of batches(source)) {
    if (pending) await settle(pending);
    pending = undefined;
    for (const bad of batch.bad) take(badLine(bad));
    totals.read += batch.bad.length;
    if (!goOn) break;
    if (batch.rows.length === 0) continue;
    const answer = sendAndReport(batch.rows, send);
    answer.catch(() => {}); // Awaited in settle, after the next batch was read.
    pending = { rows: batch.rows, answer };
  }
  if (pending) await settle(pending);
  return totals;
}

/**
 * The database reports rows that it can read. What it cannot even read (the character U+0000, half a surrogate pair, a
 * number out of range), or what is too large, fails the call as a whole, so the call is halved until the row is alone.
 */
async function sendAndReport(
  rows: SourceRow[],
  send: (rows: string) => Promise<Result[]>,
): Promise<Result[]> {
  try {
    return await send(`[${rows.map((row) => row.json).join(',')}]`);
  } catch (error) {
    if (!(error instanceof PostilError && faultOfRows.test(error.code))) throw error;
    if (rows.length === 1) return [{ index: 0, action: 'refused', ...error.toBody() }];
    const half = Math.ceil(rows.length / 2);
    const first = await sendAndReport(rows.slice(0, half), send);
    const second = await sendAndReport(rows.slice(half), send);
    return [...first, ...second.map((result) => ({ ...result, index: result.index + half }))];
  }
}

/** PostgreSQL's class 22, what is nested too deep for it, PostgREST's code for broken JSON, and too large a body. */
const faultOfRows = /^(22...|54001|PGRST102|PN413)$/;

type Call = { rows: SourceRow[]; answer: Promise<Result[]> };
type Batch = { rows: SourceRow[]; bad: BadLine[] };

/**
 * A batch ends when it is full, or before a row that is the same record as an earlier one of it: the later row is to
 * win, as if the rows were sent one by one. Bad lines come with the rows before them.
 */
async function* batches(source: Source): AsyncGenerator<Batch> {
  let batch: Batch = { rows: [], bad: [] };
  let keys = new Set<string>();
  let characters = 0;
  const full = () => {
    const done = batch;
    batch = { rows: [], bad: [] };
    keys = new Set();
    characters = 0;
    return done;
  };
  for await (const row of source) {
    if (isBad(row)) {
      if (batch.rows.length > 0) yield full();
      batch.bad.push(row);
      continue;
    }
    if (batch.bad.length > 0 || batch.rows.length === rowsPerCall || characters > charactersPerCall)
      yield full();
    else if (row.keys.some((key) => keys.has(key))) yield full();
    batch.rows.push(row);
    for (const key of row.keys) keys.add(key);
    characters += row.json.length;
  }
  if (batch.rows.length + batch.bad.length > 0) yield full();
}

function refusedRow(row: SourceRow, { code, message, details, hint }: Result): Refused {
  return { line: row.line, code: code ?? 'PN422', message: message ?? '', details, hint, text: row.json };
}

function badLine({ line, problem, hint, text }: BadLine): Refused {
  return { line, code: 'BAD_LINE', message: problem, details: null, hint: hint ?? null, text };
}

/** A refused row as an error that ends a command; `stored` says what became of the others. */
export function refusedError(row: Refused, file: string, stored: string): PostilError {
  return new PostilError(row.code, `${file} line ${row.line}: ${row.message}`, {
    details: row.details,
    hint: `${row.hint ? `${row.hint}\n` : ''}${stored} Mend the line and run the import again, or leave out bad rows with --on-error skip --rejects FILE.`,
  });
}

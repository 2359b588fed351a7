/**
 * What an import reads: rows with the line they began on, or the reason why a line is no row. JSON is kept as the text
 * that was read wherever possible, so that PostgreSQL sees every digit of a number.
 */

/** One record as upsert_records takes it. */
export type SourceRow = {
  line: number;
  json: string;
  /** What it is identified by: no two of the same belong in one call. */
  keys: string[];
};

export type BadLine = { line: number; problem: string; hint?: string; text: string };

export type Source = AsyncIterable<SourceRow | BadLine>;

export function isBad(row: SourceRow | BadLine): row is BadLine {
  return 'problem' in row;
}

/** `text=body` says that the field `text` comes from the column `body`; `metadata.source=site` fills metadata. */
export type Mapping = {
  fields: Map<string, string>;
  metadata: Map<string, string>;
  /** The column that holds the external id. */
  id: string | undefined;
  /** Columns that a file need not have. */
  optional: Set<string>;
};

/** What the dataset knows: how a cell of a CSV file is to be read. */
export type Shape = {
  /** Field name → whether it holds text. */
  fields: Map<string, boolean>;
  /** Fields that every record must have. */
  required: Set<string>;
  /** Metadata property → whether it holds a number. */
  metadata: Map<string, boolean>;
};

/** Joins JSON texts into an object; undefined members are left out. */
export function jsonObject(members: Iterable<[string, string | undefined]>): string {
  const parts: string[] = [];
  for (const [name, json] of members) {
    if (json !== undefined) parts.push(`${JSON.stringify(name)}:${json}`);
  }
  return `{${parts.join(',')}}`;
}

/** The identifying members of a record, for rows that must not share a call. */
export function keysOf(record: { id?: unknown; external_id?: unknown }): string[] {
  const keys: string[] = [];
  if (typeof record.id === 'string') keys.push(`id ${record.id.toLowerCase()}`);
  if (typeof record.external_id === 'string') keys.push(`external_id ${record.external_id}`);
  return keys;
}

/** COPY … FROM STDIN, which pgTAP cannot do. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/**
 * Copies rows into a table, in PostgreSQL's text format.
 * @param target table and columns, as they follow COPY: `postil.users (name)`
 */
export async function copyFrom(
  client: pg.Client,
  target: string,
  rows: (string | number | null)[][],
): Promise<void> {
  const lines = rows.map((row) => `${row.map(asText).join('\t')}\n`);
  await pipeline(Readable.from(lines), client.query(from(`copy ${target} from stdin`)));
}

function asText(value: string | number | null): string {
  if (value === null) return '\\N';
  return String(value).replace(/[\\\t\n\r]/g, (special) => `\\${special}`);
}

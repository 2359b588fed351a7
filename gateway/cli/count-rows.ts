/** Counts what an export writes, as it goes by. */

export type Counted = { rows: number; bytes: number };

/** @param counted is kept up to date */
export function countRows(format: 'jsonl' | 'csv', counted: Counted) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let quoted = false;
    let lines = 0;
    for await (const chunk of chunks) {
      for (const byte of chunk) {
        // A line break inside a quoted cell ends no row; a quote in such a cell is written twice.
        if (byte === quote && format === 'csv') quoted = !quoted;
        else if (byte === lineFeed && !quoted) lines += 1;
      }
      counted.rows = format === 'csv' ? Math.max(0, lines - 1) : lines; // Without the header.
      counted.bytes += chunk.length;
      yield chunk;
    }
  };
}

const quote = 34;
const lineFeed = 10;

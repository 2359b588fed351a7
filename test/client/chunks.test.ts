/** How rows are cut into calls. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chunk, cutIntoChunks } from '../../client/src/records/chunks.ts';
import type { RecordInput } from '../../client/src/records/record-input.ts';

async function cut(rows: Iterable<RecordInput>, most = { rows: 1000, bytes: 1_000_000 }): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  for await (const chunk of cutIntoChunks(rows, most)) chunks.push(chunk);
  return chunks;
}

const name = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: null });
const row: fc.Arbitrary<RecordInput> = fc.record({
  id: name,
  external_id: name,
  fields: fc.record({ text: fc.string({ unit: 'binary', maxLength: 30 }) }),
});

test('chunks hold all rows in order, within the limits, and no record twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 1000 }),
      async (rows, mostRows, mostBytes) => {
        const chunks = await cut(rows, { rows: mostRows, bytes: mostBytes });
        expect(chunks.flatMap((chunk) => chunk.rows)).toEqual(rows);
        let start = 0;
        for (const chunk of chunks) {
          expect(chunk.start).toBe(start);
          start += chunk.rows.length;
          expect(chunk.rows.length).toBeGreaterThan(0);
          expect(chunk.rows.length).toBeLessThanOrEqual(mostRows);
          if (chunk.rows.length > 1) {
            const bytes = Buffer.byteLength(JSON.stringify(chunk.rows)) - 1;
            expect(bytes).toBeLessThanOrEqual(mostBytes);
          }
          for (const key of ['id', 'external_id'] as const) {
            const given = chunk.rows.map((each) => each[key]).filter((value) => value !== null);
            expect(new Set(given).size).toBe(given.length);
          }
        }
      },
    ),
  );
});

test('a chunk is given out as soon as the row behind it is known', async () => {
  let read = 0;
  function* endless(): Generator<RecordInput> {
    for (;;) {
      read++;
      yield { fields: {} };
    }
  }
  const chunks = cutIntoChunks(endless(), { rows: 10, bytes: 1_000_000 });
  await chunks.next();
  expect(read).toBe(11);
  await chunks.next();
  expect(read).toBe(21);
  await chunks.return();
});

test('a row that is no JSON stands alone', async () => {
  const circular: RecordInput = { fields: {} };
  circular.metadata = { circular };
  const chunks = await cut([{ fields: {} }, circular, { fields: {} }]);
  expect(chunks.map(({ start, rows }) => [start, rows.length])).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
  ]);
  expect(chunks.map(({ unsendable }) => unsendable?.code)).toEqual([undefined, 'NOT_JSON', undefined]);
});

test('values that are no rows are left for the server to refuse', async () => {
  const rows = [null, 3, undefined] as unknown as RecordInput[];
  expect(await cut(rows)).toEqual([{ start: 0, rows }]);
});

/** Reading all records of a dataset, a page at a time. */
import type { PostgrestFilterBuilder, UnstableGetResult } from '@supabase/postgrest-js';
import { type Connection, type RestOptions, send } from '../connection.ts';
import type { Database, PostilRecord, RecordStatus } from '../database.ts';
import type { DatasetAddress } from '../dataset-address.ts';
import { requireCount } from '../options.ts';

type Schema = Database['postil'];
type Relationships = Schema['Tables']['records']['Relationships'];

/** A row as `select` shapes it; the whole record for `*`. */
export type SelectedRecord<Select extends string> = Select extends '*'
  ? PostilRecord
  : UnstableGetResult<Schema, PostilRecord, 'records', Relationships, Select, RestOptions>;

/** The query of one page, open for more filters. */
export type RecordQuery = PostgrestFilterBuilder<
  RestOptions,
  Schema,
  PostilRecord,
  unknown[],
  'records',
  Relationships
>;

export type IterateOptions<Select extends string> = {
  /** Only records that have this status when their page is read. */
  status?: RecordStatus;
  /** PostgREST's select, which shapes and types the rows: `'id, fields, responses(values)'`. Left out: `*`. */
  select?: Select;
  /** More filters: `(query) => query.contains('metadata', { split: 'test' })`. Order and limit are taken. */
  filter?: (query: RecordQuery) => RecordQuery;
  /** Rows per request, 1 to 10,000. Left out: 1000. */
  pageSize?: number;
  /** Continues behind this record id, for example the last one of an earlier run. */
  after?: string;
  /** Ends the iteration with ABORTED. */
  signal?: AbortSignal;
};

/** The name under which each row brings the id that the next page starts behind, whatever is selected. */
const cursor = '_postil_cursor';

/** See `records.iterate` of the dataset. */
export async function* iterateRecords<Select extends string>(
  connection: Connection,
  dataset: DatasetAddress,
  options: IterateOptions<Select>,
): AsyncGenerator<SelectedRecord<Select>, void, undefined> {
  const pageSize = requireCount('pageSize', options.pageSize ?? 1000, 10_000);
  const { status, filter, signal } = options;
  const select = `${options.select ?? '*'},${cursor}:id`;
  let after = options.after;
  for (;;) {
    const page = await send<unknown[]>(
      connection,
      (rest) => {
        const all = rest.from('records').select(select) as unknown as RecordQuery;
        let query = all.eq('namespace', dataset.namespace).eq('dataset', dataset.key);
        if (status !== undefined) query = query.eq('status', status);
        if (after !== undefined) query = query.gt('id', after);
        if (filter) query = filter(query);
        return query.order('id').limit(pageSize);
      },
      signal,
    );
    // A page that is short may be one that the server cut; only an empty one is the end.
    if (page.length === 0) return;
    for (const row of page as ({ [cursor]: string } & Record<string, unknown>)[]) {
      const { [cursor]: id, ...selected } = row;
      after = id;
      yield selected as SelectedRecord<Select>;
    }
  }
}

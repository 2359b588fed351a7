/** One dataset: its records, your responses to them, its progress. */
import { type Connection, send } from './connection.ts';
import type { PostilRecord, Progress } from './database.ts';
import type { DatasetAddress } from './dataset-address.ts';
import { clientError } from './errors.ts';
import { getRecord } from './records/get.ts';
import { type IterateOptions, iterateRecords, type SelectedRecord } from './records/iterate.ts';
import { type LogOptions, type LogResult, logRecords } from './records/log.ts';
import type { RecordInput } from './records/record-input.ts';
import { makeResponses, type Responses } from './responses.ts';

export type Records = {
  /**
   * Adds or updates any number of records, read one by one from an array, a generator or a stream, in calls of
   * `chunkSize` rows. A row is found by external_id, else by id; of rows for the same record the later wins.
   * Each call is one transaction. Sending everything again is safe for rows that have an external_id or an id.
   * Resolves to the totals.
   * @throws PostilError PN403 when you are not an admin of the namespace, PN404 when there is no such dataset, any
   * error of a bad row when `onError` is `abort`
   */
  log(rows: Iterable<RecordInput> | AsyncIterable<RecordInput>, options?: LogOptions): Promise<LogResult>;
  /**
   * Reads the records in order of their ids, a page at a time; each page starts behind the last id, so that it costs
   * the same however many came before, and no record is read twice. Records that are added meanwhile may come or not.
   * @throws PostilError from the iteration
   */
  iterate<const Select extends string = '*'>(
    options?: IterateOptions<Select>,
  ): AsyncGenerator<SelectedRecord<Select>, void, undefined>;
  /** Resolves to the record with this id, or null when the dataset has none that you may see. */
  get(id: string): Promise<PostilRecord | null>;
  /** Resolves to the record with this external_id, or null when the dataset has none that you may see. */
  getByExternalId(externalId: string): Promise<PostilRecord | null>;
};

export type DatasetHandle = DatasetAddress & {
  records: Records;
  responses: Responses;
  /** Resolves to numbers of records, and of the responses that you may see; all 0 when you see no such dataset. */
  progress(): Promise<Progress>;
};

export function openDataset(
  connection: Connection,
  address: DatasetAddress,
  ownUserId: () => Promise<string>,
): DatasetHandle {
  return {
    ...address,
    records: {
      log: (rows, options) => logRecords(connection, address, rows, options),
      iterate: (options) => iterateRecords(connection, address, options ?? {}),
      get: (id) => getRecord(connection, address, 'id', id),
      getByExternalId: (externalId) => getRecord(connection, address, 'external_id', externalId),
    },
    responses: makeResponses(connection, address.namespace, ownUserId),
    progress: () => fetchProgress(connection, address),
  };
}

async function fetchProgress(connection: Connection, { namespace, key }: DatasetAddress): Promise<Progress> {
  const rows = await send<Progress[]>(connection, (rest) =>
    rest.rpc('dataset_progress', { namespace, dataset: key }, { get: true }),
  );
  if (rows[0]) return rows[0];
  throw clientError('UNEXPECTED_ANSWER', 'the progress of a dataset is one row, not none', { status: 200 });
}

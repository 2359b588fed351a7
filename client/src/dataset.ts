/** One dataset: its records, your responses to them, its progress. */
import { type Connection, send } from './connection.ts';
import type { DeleteResult, PostilRecord, Progress, StatusExplanation } from './database.ts';
import type { DatasetAddress } from './dataset-address.ts';
import { clientError } from './errors.ts';
import { deleteRecords } from './records/delete.ts';
import { explainRecord } from './records/explain.ts';
import { getRecord } from './records/get.ts';
import { type IterateOptions, iterateRecords, type SelectedRecord } from './records/iterate.ts';
import { type LogOptions, type LogResult, logRecords } from './records/log.ts';
import type { RecordInput } from './records/record-input.ts';
import { nextRecords, releaseRecords } from './records/work.ts';
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
  /**
   * Resolves to pending records for you to answer, kept for you for the dataset's `lease_seconds`: your drafts first,
   * then those that you hold, then new ones, as many as still need people. Empty: there is nothing for you to do.
   * @param limit how many, 1 to 1,000; left out: 1
   * @throws PostilError PN403 when you may not respond in the namespace, PN404 when there is no such dataset, PN422 when
   * the key is not a user's
   */
  next(limit?: number): Promise<PostilRecord[]>;
  /**
   * Gives back records that `next` gave you, so that others get them at once. Resolves to how many.
   * @param ids left out, all that you hold in the namespace
   */
  release(ids?: readonly string[]): Promise<number>;
  /** Resolves to why the record has its status, or to null when there is none with this id that you may see. */
  explain(id: string): Promise<StatusExplanation | null>;
  /**
   * Deletes up to 10,000 records with their responses and suggestions. Resolves to one result per id, in order.
   * @throws PostilError PN403 when you are not an admin of the namespace
   */
  delete(ids: readonly string[]): Promise<DeleteResult[]>;
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
      next: (limit) => nextRecords(connection, address, limit),
      release: (ids) => releaseRecords(connection, address, ids),
      explain: (id) => explainRecord(connection, address, id),
      delete: (ids) => deleteRecords(connection, address, ids),
    },
    responses: makeResponses(connection, address, ownUserId),
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

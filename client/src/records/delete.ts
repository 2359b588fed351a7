/** Deleting records. */
import { type Connection, send } from '../connection.ts';
import type { DeleteResult } from '../database.ts';
import type { DatasetAddress } from '../dataset-address.ts';

/** See `records.delete` of the dataset. */
export function deleteRecords(
  connection: Connection,
  dataset: DatasetAddress,
  ids: readonly string[],
): Promise<DeleteResult[]> {
  return send<DeleteResult[]>(connection, (rest) =>
    rest.rpc('delete_records', { namespace: dataset.namespace, ids: [...ids] }),
  );
}

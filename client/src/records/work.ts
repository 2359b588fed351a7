/** Taking records to answer, and giving them back. */
import { type Connection, send } from '../connection.ts';
import type { PostilRecord } from '../database.ts';
import type { DatasetAddress } from '../dataset-address.ts';
import { requireCount } from '../options.ts';

/** See `records.next` of the dataset. */
export async function nextRecords(
  connection: Connection,
  dataset: DatasetAddress,
  limit = 1,
): Promise<PostilRecord[]> {
  const most = requireCount('limit', limit, 1000);
  return send<PostilRecord[]>(connection, (rest) =>
    rest.rpc('next_records', { namespace: dataset.namespace, dataset: dataset.key, limit: most }),
  );
}

/** See `records.release` of the dataset. */
export function releaseRecords(
  connection: Connection,
  dataset: DatasetAddress,
  ids: readonly string[] | undefined,
): Promise<number> {
  return send<number>(connection, (rest) =>
    rest.rpc('release_records', { namespace: dataset.namespace, ...(ids && { record_ids: [...ids] }) }),
  );
}

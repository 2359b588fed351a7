/** Why a record has its status. */
import { type Connection, send } from '../connection.ts';
import type { StatusExplanation } from '../database.ts';
import type { DatasetAddress } from '../dataset-address.ts';

/** See `records.explain` of the dataset. */
export async function explainRecord(
  connection: Connection,
  dataset: DatasetAddress,
  id: string,
): Promise<StatusExplanation | null> {
  const rows = await send<StatusExplanation[]>(connection, (rest) =>
    rest.rpc('explain_status', { namespace: dataset.namespace, record: id }, { get: true }),
  );
  return rows[0] ?? null;
}

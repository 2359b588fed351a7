/** Reading one record. */
import { type Connection, send } from '../connection.ts';
import type { PostilRecord } from '../database.ts';
import type { DatasetAddress } from '../dataset-address.ts';

/** Resolves to the record of the dataset whose column has the value, or null. */
export async function getRecord(
  connection: Connection,
  dataset: DatasetAddress,
  column: 'id' | 'external_id',
  value: string,
): Promise<PostilRecord | null> {
  const rows = await send(connection, (rest) =>
    rest
      .from('records')
      .select('*')
      .eq('namespace', dataset.namespace)
      .eq('dataset', dataset.key)
      .eq(column, value)
      .limit(1),
  );
  return rows[0] ?? null;
}

/** The partitions of history. */
import type pg from 'pg';

/**
 * Makes those of this week and the next ones, where they are missing. Without them history is kept all the same, but
 * removed more slowly when it is old: so nothing fails when they cannot be made, as in a database that is read-only.
 * @param client a session of the owner of the database objects, or of a superuser
 * @param say told why they could not be made
 */
export async function prepareHistory(client: pg.ClientBase, say: (message: string) => void): Promise<void> {
  try {
    await client.query('select postil_private.prepare_history()');
  } catch (error) {
    say(`cannot prepare the partitions of history: ${(error as Error).message}`);
  }
}

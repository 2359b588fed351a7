/** The job of delete_user_in_background(): batch after batch, as long as a batch is to take. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Task } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';

/** Whoever needs a record that a batch has locked waits for at most about this long. */
const batchMs = 25;
/** How many responses the first batch has; the next ones follow from how long it took. */
const firstBatch = 250;
const leastBatch = 10;
/** When others hold all that is left. */
const heldMs = 50;

type Batch = { running: boolean; deleted: number };

/** @param stopping ends the job after the batch at hand; another worker takes it over */
export function deleteUser(pool: pg.Pool, stopping: AbortSignal, logger: Logger): Task {
  return async (payload, { addJob }) => {
    const { user_id } = payload as { user_id: string };
    const client = await pool.connect();
    let failed = true;
    try {
      if (await isMine(client, user_id)) {
        const ended = await deleteInBatches(client, user_id, stopping, logger);
        await client.query('select pg_advisory_unlock(postil_private.deletion_lock($1))', [user_id]);
        if (!ended) await addJob('delete_user', { user_id }, { jobKey: `delete_user ${user_id}` });
      } else {
        logger.debug({ user_id }, 'another worker is deleting this user');
      }
      failed = false;
    } finally {
      client.release(failed); // Of a failed one the session ends, and its lock with it.
    }
  };
}

async function isMine(client: pg.PoolClient, userId: string): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    'select pg_try_advisory_lock(postil_private.deletion_lock($1)) as mine',
    [userId],
  );
  return rows[0]?.mine === true;
}

/** @returns false when it is to stop before the end */
async function deleteInBatches(
  client: pg.PoolClient,
  userId: string,
  stopping: AbortSignal,
  logger: Logger,
): Promise<boolean> {
  const began = performance.now();
  let responses = 0;
  let size = firstBatch;
  while (!stopping.aborted) {
    const before = performance.now();
    const { rows } = await client.query<Batch>({
      name: 'delete_user_batch',
      text: 'select running, deleted from postil_private.delete_user_batch($1, $2)',
      values: [userId, size],
    });
    const { running, deleted } = rows[0] as Batch;
    const tookMs = performance.now() - before;
    responses += deleted;
    if (!running) {
      const seconds = Math.round(performance.now() - began) / 1000;
      logger.info({ user_id: userId, responses, seconds }, 'the deletion of a user has ended');
      return true;
    }
    if (deleted > 0) size = nextSize(size, deleted, tookMs);
    // As long as the batch itself: others have the database to themselves for half of the time.
    await sleep(deleted > 0 ? tookMs : heldMs, undefined, { signal: stopping }).catch(() => {});
  }
  logger.info({ user_id: userId, responses }, 'handing on the deletion of a user');
  return false;
}

/** At most twice or half as many, as one slow or quick batch says little. */
function nextSize(size: number, deleted: number, tookMs: number): number {
  const wanted = Math.round((deleted * batchMs) / tookMs);
  return Math.max(leastBatch, size / 2, Math.min(wanted, size * 2)) | 0;
}

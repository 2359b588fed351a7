/** Every day: makes room for the history to come, and forgets what is older than it is kept. */
import type { Task } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';

export function keepHistory(pool: pg.Pool, logger: Logger): Task {
  return async () => {
    // A transaction each, as both lock history for a moment.
    await pool.query('select postil_private.prepare_history()');
    await pool.query('select postil_private.prune_history()');
    await pool.query(
      `select graphile_worker.complete_jobs(array(
         select j.id from graphile_worker.jobs as j where j.task_identifier = 'delete_user' and j.attempts >= j.max_attempts
       ))`,
    );
    logger.info('kept the history');
  };
}

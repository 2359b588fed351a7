/** Every day: makes room for the history to come, and forgets what is older than it is kept. */
import type { Task } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from 'pino';

const functions = ['prepare_history', 'prune_history'];

export function keepHistory(pool: pg.Pool, logger: Logger): Task {
  return async () => {
    for (const name of functions) {
      const { rows } = await pool.query('select to_regprocedure($1) is not null as known', [
        `postil_private.${name}()`,
      ]);
      if (rows[0].known) await pool.query(`select postil_private.${name}()`);
    }
    await pool.query(
      `select graphile_worker.complete_jobs(array(
         select j.id from graphile_worker.jobs as j where j.task_identifier = 'delete_user' and j.attempts >= j.max_attempts
       ))`,
    );
    logger.info('kept the history');
  };
}

/**
 * The worker: does what takes long, or comes every day, beside all else that uses the database. graphile-worker finds the
 * jobs; what is to be done is in our own tables, so a job that is lost with its worker is made again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner, Task } from 'graphile-worker';
import pg from 'pg';
import type { Logger } from 'pino';
import { deleteUser } from './delete-user.ts';
import { keepHistory } from './keep-history.ts';
import { brief, loggerFor } from './log.ts';

export type Worker = {
  /** Resolves once it looks for jobs for the first time. */
  ready: Promise<void>;
  /** Lets the batch at hand finish, hands on what is left, and ends. */
  stop(): Promise<void>;
};

/** How often it looks for deletions whose worker was killed. */
const lookMs = 10_000;
/** When there is no notification, as after a lost connection. */
const pollMs = 5_000;
/** For the batch at hand. */
const stopMs = 10_000;

/** Starts in the background, and starts again, later each time, when the database is not there. */
export function startWorker(databaseUrl: string, logger: Logger): Worker {
  const stopping = new AbortController();
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const work = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      const since = Date.now();
      try {
        await runUntil(stopping.signal, databaseUrl, logger, isReady);
      } catch (error) {
        logger.warn(brief(error), 'the worker ended, and will start again');
      }
      if (Date.now() - since > 60_000) failures = 0;
      await sleep(Math.min(30_000, 250 * 2 ** failures), undefined, { signal: stopping.signal }).catch(
        () => {},
      );
    }
  };
  const working = work();
  return {
    ready,
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

async function runUntil(
  signal: AbortSignal,
  databaseUrl: string,
  logger: Logger,
  isReady: () => void,
): Promise<void> {
  // Late: it takes a quarter of a second, which serve has better use for while it starts.
  const graphile = await import('graphile-worker');
  const pool = sessions(databaseUrl, logger);
  const stopping = new AbortController();
  let lose = () => {};
  const lost = new Promise<void>((resolve) => {
    lose = resolve;
  });
  const connected = (task: Task) => whileConnected(pool, stopping.signal, lose, task);
  let runner: Runner | undefined;
  try {
    runner = await graphile.run({
      pgPool: pool,
      schema: 'graphile_worker',
      // Two, so that a long deletion does not keep the daily work waiting.
      concurrency: 2,
      pollInterval: pollMs,
      // Without a delay of their own, graphile-worker does not catch the errors of these, and Node would end.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      noHandleSignals: true,
      logger: loggerFor(graphile.Logger, logger),
      taskList: {
        delete_user: connected(deleteUser(pool, stopping.signal, logger)),
        keep_history: connected(keepHistory(pool, logger)),
      },
      parsedCronItems: graphile.parseCronItems([
        // Within a day, when nothing ran at that time.
        {
          task: 'keep_history',
          match: '17 3 * * *',
          options: { backfillPeriod: 86_400_000, maxAttempts: 5, jobKey: 'keep_history' },
        },
      ]),
    });
    isReady();
    await Promise.race([runner.promise, untilAborted(signal), resume(pool, signal, logger)]);
  } finally {
    // In this order: what is handed on is not to be taken again by this one.
    const stopped = runner?.stop().catch(() => {}); // It may have ended by itself.
    stopping.abort();
    await within(stopMs, [stopped, lost]);
    await within(1_000, [pool.end()]);
  }
}

/** Everything belongs to postil_owner, whoever the connection is of. */
function sessions(databaseUrl: string, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 6,
    connectionTimeoutMillis: 5_000,
    application_name: 'postil worker',
    onConnect: async (client) => {
      await client.query('set role postil_owner');
    },
  });
  pool.on('connect', (client) => client.on('error', () => {})); // Its query fails as well.
  pool.on('error', (error) => logger.debug(brief(error), 'a session of the worker ended'));
  return pool;
}

/**
 * A job whose database is gone fails only when it is back. graphile-worker writes down at once that it failed, and what
 * comes of it when it cannot is worse: it gives up, or holds up the end of the process for minutes.
 * @param lose is called when the job is not to end: the worker stops, and the database is not there
 */
function whileConnected(pool: pg.Pool, stopping: AbortSignal, lose: () => void, task: Task): Task {
  return async (payload, helpers) => {
    try {
      await task(payload, helpers);
    } catch (error) {
      for (let failures = 0; !(await answers(pool)); failures += 1) {
        if (stopping.aborted) {
          lose();
          await new Promise(() => {}); // It is made again by the next worker.
        }
        await sleep(Math.min(5_000, 100 * 2 ** failures), undefined, { signal: stopping }).catch(() => {});
      }
      throw error;
    }
  };
}

function answers(pool: pg.Pool): Promise<boolean> {
  return pool.query('select').then(
    () => true,
    () => false,
  );
}

/** Waits for one of these, but not for longer. */
async function within(ms: number, promises: (Promise<unknown> | undefined)[]): Promise<void> {
  const timer = new AbortController();
  try {
    await Promise.race([...promises, sleep(ms, undefined, { signal: timer.signal })]);
  } finally {
    timer.abort(); // It would keep the process.
  }
}

async function resume(pool: pg.Pool, signal: AbortSignal, logger: Logger): Promise<void> {
  while (!signal.aborted) {
    try {
      const { rows } = await pool.query('select postil_private.resume_deletions() as user_id');
      for (const row of rows) logger.info(row, 'resuming the deletion of a user');
    } catch (error) {
      logger.debug(brief(error), 'cannot look for deletions to resume');
    }
    await sleep(lookMs, undefined, { signal }).catch(() => {});
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

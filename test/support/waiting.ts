/** Waiting until another session has come to a certain point. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/**
 * Resolves once the other session waits for a lock that somebody holds.
 * @param observer a session that is free to ask
 * @param cancel ends the wait without an answer
 */
export async function untilBlocked(
  observer: pg.Client,
  other: pg.Client,
  cancel?: AbortSignal,
): Promise<void> {
  await until(observer, 'select cardinality(pg_blocking_pids($1)) > 0 as reached', [pid(other)], cancel);
}

/** Resolves once the other session runs, or has last run, a statement with these words. */
export async function untilAsked(observer: pg.Client, other: pg.Client, words: string): Promise<void> {
  await until(observer, 'select position($2 in query) > 0 as reached from pg_stat_activity where pid = $1', [
    pid(other),
    words,
  ]);
}

async function until(
  observer: pg.Client,
  question: string,
  values: unknown[],
  cancel?: AbortSignal,
): Promise<void> {
  while (!cancel?.aborted) {
    const { rows } = await observer.query<{ reached: boolean }>(question, values);
    if (rows[0]?.reached) return;
    await sleep(5);
  }
}

function pid(client: pg.Client): number {
  return (client as unknown as { processID: number }).processID; // Missing from the types.
}

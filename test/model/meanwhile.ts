/** One statement while another transaction is open. */
import type pg from 'pg';
import { expect } from 'vitest';
import { untilBlocked } from '../support/waiting.ts';

/**
 * Runs the first statement, then the second, which has to wait for the first transaction; commits both.
 * @param observer a session that is free to look
 * @returns the code of the error of the second
 */
export async function meanwhile(
  { one, two, observer }: { one: pg.Client; two: pg.Client; observer: pg.Client },
  first: string,
  second: string,
): Promise<string | undefined> {
  await one.query(`begin; ${first}`);
  await two.query('begin');
  const waiting = two.query(second).then(
    () => undefined,
    (error: pg.DatabaseError) => error.code,
  );
  const cancel = new AbortController();
  const waits = untilBlocked(observer, two, cancel.signal).then(() => true);
  const waited = await Promise.race([waits, waiting.then(() => false)]);
  cancel.abort();
  expect(waited, 'the second waits for the first').toBe(true);
  await one.query('commit');
  const failed = await waiting;
  await two.query(failed ? 'rollback' : 'commit');
  return failed;
}

/** Runs a race, and looks afterwards whether anything is wrong. */
import fc from 'fast-check';
import pg from 'pg';
import { explain } from '../support/explain.ts';
import { beginning, type Operation, type Race } from './races.ts';

/** Somebody else won: try again. */
const retried = ['40P01', '40001'];
/** What it was about has just been deleted, or takes no new responses (PN409). */
const expected = ['23503', 'PN404', 'PN409'];

export type Connect = () => Promise<pg.Client>;

export async function begin(client: pg.Client): Promise<void> {
  for (const { sql, values } of beginning) await client.query(sql, values);
}

/**
 * Does the same operations for the same seed, each session its own, until all are done.
 * @param onCommit is called after each
 * @returns how many were done
 * @throws when a session meets an error that it should not; a lost connection among them
 */
export async function run(
  race: Race,
  connect: Connect,
  operationsEach: number,
  seed: number,
  onCommit: () => void = () => {},
): Promise<number> {
  const done = await Promise.all(
    race.sessions.map(async (operation, session) => {
      const client = await connect();
      await client.query(`set deadlock_timeout = '5ms'`); // A second for each is too long.
      let committed = 0;
      for (const next of operationsOf(operation, operationsEach, seed + session)) {
        if (!(await perform(race, client, next))) continue;
        committed += 1;
        onCommit();
      }
      return committed;
    }),
  );
  return done.reduce((sum, committed) => sum + committed, 0);
}

/** Made as they are needed: there may be no end to them. */
function* operationsOf(
  operation: Race['sessions'][number],
  count: number,
  seed: number,
): Generator<Operation> {
  const batch = 100;
  for (let made = 0; made < count; made += batch) {
    yield* fc.sample(operation, { numRuns: Math.min(batch, count - made), seed: seed + made });
  }
}

/** @returns whether it was committed, and not about something that is gone */
async function perform(race: Race, client: pg.Client, { sql, values }: Operation): Promise<boolean> {
  for (;;) {
    try {
      await client.query(sql, values);
      return true;
    } catch (error) {
      const code = (error instanceof pg.DatabaseError && error.code) || '';
      if (race.by === 'statements' && retried.includes(code)) continue;
      if (expected.includes(code)) return false;
      throw code ? new Error(`${explain(error)}\n${sql}`) : error;
    }
  }
}

/** What verify() finds wrong, and how many deadlocks there were. */
export async function findings(client: pg.Client): Promise<{ wrong: object[]; deadlocks: number }> {
  const wrong = await client.query('select * from postil.verify() where wrong > 0');
  const { rows } = await client.query(
    'select deadlocks::integer from pg_stat_database where datname = current_database()',
  );
  return { wrong: wrong.rows, deadlocks: rows[0].deadlocks };
}

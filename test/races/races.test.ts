/** Each race, and what it leaves: nothing wrong, nothing orphaned, and by the API's functions no deadlock. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { describeOnCluster } from '../support/suite.ts';
import { races } from './races.ts';
import { begin, findings, run } from './running.ts';

const long = process.env['POSTIL_TEST_LONG'] !== undefined;
const operationsEach = long ? 2_500 : 60;

describeOnCluster('after', () => {
  let database: Database;
  beforeEach(async () => {
    database = await createDatabase();
    await begin(await database.connect());
  });
  afterEach(() => database.drop());

  test.for(races)('$name ($by)', { timeout: long ? 1_800_000 : 60_000 }, async (race) => {
    const seed = Number(process.env['POSTIL_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const done = await run(race, () => database.connect(), operationsEach, seed);
    // Else it was about nothing.
    expect(done, `seed ${seed}`).toBeGreaterThan((race.sessions.length * operationsEach) / 2);
    const { wrong, deadlocks } = await findings(await database.connect());
    expect(wrong, `seed ${seed}`).toEqual([]);
    if (race.by === 'functions') expect(deadlocks, `seed ${seed}`).toBe(0);
  });
});

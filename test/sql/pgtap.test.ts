/** Every `<function or table>/<behaviour>.test.sql` below this directory, as one test each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../support/database.ts';
import { runTap } from '../support/pgtap.ts';
import { describeOnCluster } from '../support/suite.ts';

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.sql'))
  .sort();

describeOnCluster('SQL', () => {
  let database: Database;
  let client: pg.Client;
  beforeAll(async () => {
    database = await createDatabase();
    client = await database.connect();
  });
  afterAll(() => database.drop());

  test('there are files', () => expect(files.length).toBeGreaterThan(100));

  test.for(files)('%s', async (path) => {
    const problem = await runTap(client, readFileSync(join(import.meta.dirname, path), 'utf8'));
    if (problem) throw Object.assign(new Error(problem), { stack: undefined }); // The file is what to look at.
  });
});

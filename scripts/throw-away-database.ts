/** A PostgreSQL of its own with Postil's schema, for as long as one function runs. */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { claim, dataDirectory, secrets } from '../gateway/stack/data-directory.ts';
import { freePort } from '../gateway/stack/ports.ts';
import { preparePostgres, startPostgres } from '../gateway/stack/postgres.ts';
import { prepareStorage } from '../gateway/storage/migrate.ts';

/**
 * Runs a function on a fresh database that has the schema of this checkout, then removes all of it.
 * Takes a few seconds, most of them PostgreSQL creating its files.
 * @throws PostilError when PostgreSQL or the schema cannot be installed
 */
export async function withThrowAwayDatabase<Result>(
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'postil-types-')));
  chmodSync(directory, 0o711); // PostgreSQL may run as another user.
  const data = dataDirectory(directory);
  const release = claim(data);
  try {
    const secret = secrets(data);
    const postgres = preparePostgres(data, secret, process.env, () => {});
    const port = await freePort(0);
    const superuserUrl = `postgres://postgres:${secret.superuser_password}@127.0.0.1:${port}/postgres`;
    const server = await startPostgres(postgres, { port, logFile: data.log('postgres'), superuserUrl });
    try {
      const client = new pg.Client({ connectionString: superuserUrl });
      await client.connect();
      try {
        await prepareStorage(client, false, () => {});
        return await use(client);
      } finally {
        await client.end();
      }
    } finally {
      await server.stop();
      // Elsewhere, when the user that PostgreSQL runs as cannot come here.
      rmSync(dirname(postgres.directory), { recursive: true, force: true });
    }
  } finally {
    release();
    rmSync(directory, { recursive: true, force: true });
  }
}

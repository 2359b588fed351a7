/** The template database: the schema as `postil serve` installs it, pgTAP in schema tap, fixtures in schema test. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { prepareHistory } from '../../gateway/storage/history.ts';
import { prepareStorage } from '../../gateway/storage/migrate.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/**
 * Creates the template.
 * @param superuserUrl a connection to any other database of the cluster
 * @param password given to the roles that tests connect as
 * @returns its name
 */
export async function createTemplate(superuserUrl: string, password: string): Promise<string> {
  const name = 'postil_template';
  await withClient(superuserUrl, async (client) => {
    await client.query(`create role postil_owner login password ${client.escapeLiteral(password)}`);
    await client.query(`create database ${name} owner postil_owner`);
  });
  const url = new URL(superuserUrl);
  url.pathname = name;
  await withClient(url.href, async (client) => {
    await prepareStorage(client, false, () => {});
    await prepareHistory(client, fail);
    await client.query(`alter role authenticator password ${client.escapeLiteral(password)}`);
    await client.query('create schema tap; grant usage on schema tap to public; set search_path = tap');
    await client.query(pgTap());
    await client.query('create schema test; grant usage on schema test to public; reset search_path');
    await client.query('set check_function_bodies = off'); // Fixtures may call fixtures.
    for (const file of readdirSync(fixtures).sort()) {
      await client.query(readFileSync(join(fixtures, file), 'utf8'));
    }
  });
  return name;
}

function fail(message: string): never {
  throw new Error(message);
}

/** pgTAP's installation script, out of the archive of a package that brings it for another kind of PostgreSQL. */
function pgTap(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite-pgtap');
  const script = execFileSync(
    'tar',
    ['-xzOf', join(dirname(entry), 'pgtap.tar.gz'), 'share/postgresql/extension/pgtap--1.3.5.sql'],
    { encoding: 'utf8', maxBuffer: 10_000_000 },
  );
  return script.replace(/^\\.*$/gm, ''); // Commands for psql.
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own for each test file, cloned from the template. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { Cluster } from './cluster.ts';

/** Who may log in. The roles of the API (anon, authenticated, service_role) are entered with `set role`. */
export type LoginRole = 'postgres' | 'postil_owner' | 'authenticator';

export type Database = {
  name: string;
  /** Connection strings; all roles reach the same database. */
  superuserUrl: string;
  ownerUrl: string;
  /** Opens a connection that drop() closes. */
  connect(role?: LoginRole): Promise<pg.Client>;
  drop(): Promise<void>;
};

/** Creates a database with the schema installed. */
export async function createDatabase(): Promise<Database> {
  return create(cluster().template);
}

/** Creates a database with nothing in it. */
export async function createEmptyDatabase(): Promise<Database> {
  return create('template0');
}

async function create(template: string): Promise<Database> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url('postgres', 'postgres') });
  await admin.connect();
  await admin.query(`create database ${name} owner postil_owner template ${template} strategy file_copy`);
  const open: pg.Client[] = [];
  return {
    name,
    superuserUrl: url('postgres', name),
    ownerUrl: url('postil_owner', name),
    async connect(role = 'postgres') {
      const client = new pg.Client({ connectionString: url(role, name) });
      client.on('error', () => {}); // drop() closes what a test left open.
      await client.connect();
      open.push(client);
      return client;
    },
    async drop() {
      await Promise.all(open.map((client) => client.end()));
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

function cluster(): Cluster {
  const found = inject('cluster');
  if (!found) throw new Error('there is no cluster; use describeOnCluster() from support/suite.ts');
  return found;
}

function url(role: LoginRole, database: string): string {
  const { address, password } = cluster();
  return `postgresql://${role}:${password}@${address}/${database}`;
}

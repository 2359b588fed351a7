/**
 * Vitest's global setup: one PostgreSQL cluster for all tests of a project, with a template database that has the
 * schema, pgTAP and the fixtures. database.ts clones it.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import type { Child } from '../../gateway/stack/child.ts';
import { claim, dataDirectory, secrets } from '../../gateway/stack/data-directory.ts';
import { freePort } from '../../gateway/stack/ports.ts';
import { preparePostgres, startPostgres } from '../../gateway/stack/postgres.ts';
import { prepareInstalledPostgres } from './installed-postgres.ts';
import { createTemplate } from './template.ts';
import { removeTemporaryDirectories, temporaryDirectory } from './temporary.ts';

/** What tests need to know of the cluster. */
export type Cluster = {
  /** Of host and port, without a database: `127.0.0.1:5432`. */
  address: string;
  /** One for all roles that may log in: postgres, postil_owner, authenticator. */
  password: string;
  template: string;
  /** For example 18. */
  majorVersion: number;
};

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where PostgreSQL's programs are installed; without it, the embedded one is tested. */
    postgresPrograms?: string;
    /** null when those programs are not installed. */
    cluster: Cluster | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = project.getProvidedContext().postgresPrograms;
  const started = await startCluster(programs);
  if (!started) project.vitest.logger.warn(`There is no PostgreSQL in ${programs}: its tests are skipped.`);
  project.provide('cluster', started?.cluster ?? null);
  return async () => started?.stop();
}

export type StartedCluster = {
  cluster: Cluster;
  /** Ends PostgreSQL without giving it time for anything, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a cluster and makes the template.
 * @param programs where PostgreSQL's programs are installed; undefined for the embedded ones
 * @returns undefined when they are not
 */
export async function startCluster(programs: string | undefined): Promise<StartedCluster | undefined> {
  const path = temporaryDirectory('cluster');
  let server: Child | undefined;
  const stop = async () => {
    await server?.stop();
    removeTemporaryDirectories();
  };
  try {
    const data = dataDirectory(path);
    claim(data);
    const password = randomBytes(18).toString('base64url');
    const ours = { ...secrets(data), superuser_password: password, owner_password: password };
    const postgres = programs
      ? prepareInstalledPostgres(programs, data, ours)
      : preparePostgres(data, ours, process.env, () => {});
    if (!postgres) return undefined;
    // Nothing here has to survive a crash of the machine; that of PostgreSQL, it does.
    appendFileSync(
      join(postgres.directory, 'postgresql.conf'),
      'fsync = off\nfull_page_writes = off\nsynchronous_commit = off\nmax_prepared_transactions = 10\n' +
        // Tests of plans set the statistics that they need; those of tables full of rolled back rows are misleading.
        'autovacuum = off\n',
    );
    const port = await freePort(0);
    const address = `127.0.0.1:${port}`;
    const superuserUrl = `postgresql://postgres:${password}@${address}/postgres`;
    const start = () => startPostgres(postgres, { port, logFile: data.log('postgres'), superuserUrl });
    server = await start();
    const crash = async () => {
      process.kill(server?.pid as number, 'SIGKILL');
      await server?.ended;
      server = undefined;
      // Until its sessions have noticed that it is gone, their shared memory is in its successor's way.
      await retry(async () => {
        server = await start();
      });
    };
    const template = await createTemplate(superuserUrl, password);
    const cluster: Cluster = { address, password, template, majorVersion: await majorVersion(superuserUrl) };
    return { cluster, crash, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function retry(work: () => Promise<void>): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function majorVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  await client.end();
  return Math.floor(Number(rows[0]?.server_version_num) / 10000);
}

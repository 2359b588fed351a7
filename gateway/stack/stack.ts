/**
 * The servers below the gateway: PostgreSQL and PostgREST, embedded or external, with the schema at the version that
 * this program needs.
 */
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { PostilError } from '../errors.ts';
import { prepareHistory } from '../storage/history.ts';
import { prepareStorage } from '../storage/migrate.ts';
import { postgrestBinary } from './binaries.ts';
import type { DataDirectory, Secrets } from './data-directory.ts';
import { chooseOsUser, type OsUser } from './os-user.ts';
import { scramVerifier } from './password.ts';
import { freePort, onFreePort } from './ports.ts';
import { copiesDirectory, preparePostgres, startPostgres } from './postgres.ts';
import { postgrestReady, startPostgrest } from './postgrest.ts';
import { type Supervised, supervise } from './supervise.ts';

export type StackOptions = {
  data: DataDirectory;
  secrets: Secrets;
  /** An external PostgreSQL, or undefined for the embedded one. */
  databaseUrl: string | undefined;
  /** The first of the ports that the embedded servers try. */
  firstPort: number;
  migrate: boolean;
  env: NodeJS.ProcessEnv;
  say: (message: string) => void;
  /** Called when a server has another pid than before. */
  onChange: () => void;
  /** Ends the start. */
  signal: AbortSignal;
};

export type Stack = {
  /** A connection of the owner of the database objects, who is not a superuser. */
  databaseUrl: string;
  restUrl: string;
  jwtSecret: string;
  storageVersion: number;
  /** Whether the schema was installed by this start. */
  installed: boolean;
  pids(): { postgres: number | null; postgrest: number | null };
  postgrestAnswers(): Promise<boolean>;
  stop(): Promise<void>;
};

/**
 * Starts what is not running elsewhere, bottom up. When a part fails, those already started are stopped again.
 * @throws PostilError from the parts; see their files
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { databaseUrl, migrate, say, signal } = options;
  let postgres: Supervised | undefined;
  let rest: Rest | undefined;
  const stop = async () => {
    await rest?.process?.stop();
    await postgres?.stop();
  };
  try {
    const program = options.env['POSTIL_POSTGREST_URL'] === undefined ? findPostgrest(options) : undefined;
    const embedded = databaseUrl ? undefined : await startDatabase(options);
    postgres = embedded?.process;
    const database = embedded ?? { ownerUrl: databaseUrl as string, adminUrl: databaseUrl as string };
    const storage = await withClient(
      database.adminUrl,
      async (client) => {
        const prepared = await prepareStorage(client, migrate, say);
        await prepareHistory(client, say);
        return prepared;
      },
      signal,
    );
    rest = await startRest(options, database, program);
    const { url: restUrl, answers: postgrestAnswers, process: postgrest } = rest;
    return {
      databaseUrl: database.ownerUrl,
      restUrl,
      jwtSecret: jwtSecretOf(options),
      storageVersion: storage.version,
      installed: storage.installed,
      pids: () => ({ postgres: postgres?.pid() ?? null, postgrest: postgrest?.pid() ?? null }),
      postgrestAnswers,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** ownerUrl is for everyday work; adminUrl may also create roles. */
type Database = { ownerUrl: string; adminUrl: string };

async function startDatabase(options: StackOptions): Promise<Database & { process: Supervised }> {
  const { data, secrets, env, say, onChange, signal } = options;
  const postgres = preparePostgres(data, secrets, env, say);
  const url = (user: string, password: string, port: number, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = (port: number, database: string) =>
    url('postgres', secrets.superuser_password, port, database);
  const { port, result: process } = await onFreePort(options.firstPort, (port) =>
    supervise(
      (wait) =>
        startPostgres(
          postgres,
          { port, logFile: data.log('postgres'), superuserUrl: superuserUrl(port, 'postgres') },
          wait,
        ),
      signal,
      say,
      onChange,
    ),
  );
  try {
    await withClient(
      superuserUrl(port, 'postgres'),
      (client) => createOwnerAndDatabase(client, secrets.owner_password),
      signal,
    );
  } catch (error) {
    await process.stop();
    throw error;
  }
  return {
    ownerUrl: url('postil_owner', secrets.owner_password, port, 'postil'),
    adminUrl: superuserUrl(port, 'postil'),
    process,
  };
}

async function createOwnerAndDatabase(client: pg.Client, password: string): Promise<void> {
  // Vacuum and the like run as the superuser, and nobody else hears of their errors.
  await client.query('alter role postgres set log_min_messages = warning');
  const found = await client.query(`select from pg_roles where rolname = 'postil_owner' and rolcanlogin`);
  if (found.rowCount === 0) {
    await client.query(`create role postil_owner login password '${scramVerifier(password)}'`);
  }
  const database = await client.query(`select from pg_database where datname = 'postil'`);
  if (database.rowCount === 0) await client.query('create database postil owner postil_owner');
}

type Rest = { url: string; answers: () => Promise<boolean>; process?: Supervised };

type Program = { binary: string; user: OsUser };

/** Looked for before anything is started. */
function findPostgrest({ data, env }: StackOptions): Program {
  const user = chooseOsUser(data.database, env);
  return { binary: postgrestBinary(user, copiesDirectory(data, user), env), user };
}

/** @param program what to run, or undefined when POSTIL_POSTGREST_URL is set */
async function startRest(
  options: StackOptions,
  database: Database,
  program: Program | undefined,
): Promise<Rest> {
  const { data, env, say, firstPort, onChange, signal } = options;
  if (!program) {
    if (env['POSTIL_AUTHENTICATOR_PASSWORD']) await authenticatorUrl(options, database);
    const url = String(env['POSTIL_POSTGREST_URL']).replace(/\/+$/, '');
    return { url, answers: () => answersAtAll(url) };
  }
  const jwtSecret = jwtSecretOf(options);
  const databaseUrl = await authenticatorUrl(options, database);
  const adminPort = await freePort(firstPort && firstPort + 2);
  const { port, result: process } = await onFreePort(firstPort && firstPort + 1, (port) =>
    supervise(
      (wait) =>
        startPostgrest(
          { ...program, logFile: data.log('postgrest'), port, adminPort, databaseUrl, jwtSecret },
          wait,
        ),
      signal,
      say,
      onChange,
    ),
  );
  return {
    url: `http://127.0.0.1:${port}`,
    answers: () => postgrestReady(`http://127.0.0.1:${adminPort}`),
    process,
  };
}

function jwtSecretOf({ env, secrets }: StackOptions): string {
  return env['POSTIL_JWT_SECRET'] ?? secrets.jwt_secret;
}

/**
 * Gives the role that PostgREST connects as its password: POSTIL_AUTHENTICATOR_PASSWORD, or one that follows from the
 * JWT secret, so that every gateway of one database comes to the same and none locks the others out.
 * @returns the connection of PostgREST
 */
async function authenticatorUrl(options: StackOptions, database: Database): Promise<string> {
  const given = options.env['POSTIL_AUTHENTICATOR_PASSWORD'];
  const password =
    given ?? createHmac('sha256', jwtSecretOf(options)).update('authenticator').digest('base64url');
  await withClient(
    database.adminUrl,
    (client) => setAuthenticatorPassword(client, password, given === undefined),
    options.signal,
  );
  const url = new URL(database.ownerUrl);
  url.username = 'authenticator';
  url.password = encodeURIComponent(password);
  return url.href;
}

/** @param needed whether it is an error when the role of the session may not set it */
async function setAuthenticatorPassword(client: pg.Client, password: string, needed: boolean): Promise<void> {
  try {
    await client.query(`alter role authenticator password '${scramVerifier(password)}'`);
  } catch (error) {
    if (!needed) return; // Whoever may change it has set it.
    throw new PostilError('NO_AUTHENTICATOR', 'cannot set the password of the role authenticator', {
      details: (error as Error).message,
      hint: 'Set POSTIL_AUTHENTICATOR_PASSWORD to its password, or let DATABASE_URL name a role that may change it.',
      cause: error,
    });
  }
}

async function answersAtAll(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(2_000) })).status < 500;
  } catch {
    return false;
  }
}

/**
 * Runs something on a session of its own.
 * @param signal ends the session, whatever it is doing; the server rolls back
 * @throws PostilError DATABASE_UNREACHABLE when there is no connection, or none any more; DATABASE_REFUSED when its role
 * lacks a right; DISK_FULL
 */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const client = new pg.Client({
    connectionString: url,
    application_name: 'postil',
    connectionTimeoutMillis: 10_000,
  });
  let lost: Error | undefined;
  client.on('error', (error) => {
    lost = error;
  });
  // Not client.end(), which waits for the server.
  const cut = () => client.connection.stream.destroy();
  signal?.addEventListener('abort', cut);
  try {
    await client.connect().catch((error: Error & { code?: string }) => {
      throw error.code === '53100'
        ? full(url, error)
        : unreachable(`cannot connect to ${redact(url)}`, error);
    });
    // Whatever the work says of a lost connection is said better here.
    return await work(client).catch((error: Error & { code?: string }) => {
      const cause = lost ?? (/^(08|57P0)/.test(error.code ?? '') ? error : undefined);
      if (cause) throw unreachable(`lost the connection to ${redact(url)}`, cause);
      if (error.code === '53100') throw full(url, error);
      throw error.code === '42501' ? refused(url, error) : error;
    });
  } finally {
    await client.end();
    signal?.removeEventListener('abort', cut);
  }
}

function unreachable(message: string, cause: Error): PostilError {
  return new PostilError('DATABASE_UNREACHABLE', message, {
    details: cause.message,
    hint: 'Is it running, and is DATABASE_URL right? It looks like postgresql://user:password@host:5432/database.',
    cause,
  });
}

function full(url: string, cause: Error): PostilError {
  return new PostilError('DISK_FULL', `the disk of ${redact(url)} is full`, {
    details: cause.message,
    hint: 'Free some space there, then start again. Nothing that was committed is lost.',
    cause,
  });
}

function refused(url: string, cause: Error): PostilError {
  return new PostilError('DATABASE_REFUSED', `a right is missing at ${redact(url)}`, {
    details: cause.message,
    hint: 'Let DATABASE_URL name a role that may create roles and schemas; see docs/operations.md, External services.',
    cause,
  });
}

/** A connection string without its password. */
export function redact(url: string): string {
  try {
    const parsed = new URL(url);
    if (parsed.password) parsed.password = '***';
    if (parsed.searchParams.has('password')) parsed.searchParams.set('password', '***');
    return parsed.href;
  } catch {
    return 'the database';
  }
}

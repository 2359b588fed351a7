/** The embedded PostgREST: its settings, starting it, and saying why when it does not start. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PostilError } from '../errors.ts';
import { type Child, startChild, tail } from './child.ts';
import type { OsUser } from './os-user.ts';

/**
 * Starts PostgREST on 127.0.0.1 and waits until it has read the schema.
 * @throws PostilError POSTGREST_FAILED
 */
export async function startPostgrest(options: {
  binary: string;
  user: OsUser;
  logFile: string;
  port: number;
  adminPort: number;
  databaseUrl: string;
  jwtSecret: string;
}): Promise<Child> {
  const child = await startChild({
    name: 'PostgREST',
    command: options.binary,
    args: [],
    env: {
      PATH: process.env['PATH'],
      PGRST_DB_URI: options.databaseUrl,
      PGRST_DB_SCHEMAS: 'postil',
      PGRST_DB_EXTRA_SEARCH_PATH: '',
      PGRST_DB_ANON_ROLE: 'anon',
      PGRST_DB_POOL: '16',
      PGRST_JWT_SECRET: options.jwtSecret,
      PGRST_JWT_CACHE_MAX_LIFETIME: '300',
      PGRST_OPENAPI_MODE: 'ignore-privileges',
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(options.port),
      PGRST_ADMIN_SERVER_PORT: String(options.adminPort),
      // Its lines have the queries of requests, and while its log cannot be written it answers nothing else but 500.
      PGRST_LOG_LEVEL: 'crit',
    },
    signal: 'TERM',
    logFile: options.logFile,
    user: options.user,
  });
  let end: string | undefined;
  child.ended.then((how) => {
    end = how;
  });
  while (!(await postgrestReady(`http://127.0.0.1:${options.adminPort}`))) {
    if (end !== undefined) {
      const output = tail(options.logFile);
      const taken = /resource busy|Address already in use/.test(output);
      throw new PostilError(taken ? 'PORT_TAKEN' : 'POSTGREST_FAILED', `PostgREST did not start: ${end}`, {
        details: output || null,
        hint: "The lines above are PostgREST's own words.",
      });
    }
    await sleep(30);
  }
  return child;
}

/** Whether PostgREST is connected and knows the schema, by its admin server. */
export async function postgrestReady(adminUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${adminUrl}/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

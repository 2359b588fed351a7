/** The embedded PostgREST: its settings, starting it, and saying why when it does not start. */
import { PostilError } from '../errors.ts';
import { type Child, startChild, untilUsable, type Wait } from './child.ts';
import type { OsUser } from './os-user.ts';

/**
 * Starts PostgREST on 127.0.0.1 and waits until it has read the schema.
 * @throws PostilError POSTGREST_FAILED
 */
export async function startPostgrest(
  options: {
    binary: string;
    user: OsUser;
    logFile: string;
    port: number;
    adminPort: number;
    databaseUrl: string;
    jwtSecret: string;
  },
  wait: Wait,
): Promise<Child> {
  wait.signal?.throwIfAborted();
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
      // Refuses the tokens of users who have been deleted or deactivated since.
      PGRST_DB_PRE_REQUEST: 'postil_gate.check_user',
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
  const adminUrl = `http://127.0.0.1:${options.adminPort}`;
  const look = async () => ((await postgrestReady(adminUrl)) ? 'usable' : 'silent');
  return untilUsable(child, look, (how) => startError(how, child.output(), options.logFile), wait);
}

function startError(how: string, output: string, logFile: string): PostilError {
  const taken = /resource busy|Address already in use/.test(output);
  return new PostilError(taken ? 'PORT_TAKEN' : 'POSTGREST_FAILED', `PostgREST did not start: ${how}`, {
    details: output || null,
    hint: output
      ? `The lines above are PostgREST's own words, from ${logFile}.`
      : `It printed nothing to ${logFile}. Is it a PostgREST? POSTIL_POSTGREST_BIN says which program is run.`,
  });
}

/** Whether PostgREST is connected and knows the schema, by its admin server. */
export async function postgrestReady(adminUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${adminUrl}/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

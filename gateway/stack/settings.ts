/** The settings of the servers below, looked at before anything is started or written; docs/operations.md lists them. */
import { statSync } from 'node:fs';
import pg from 'pg';
import { badSetting, PostilError } from '../errors.ts';
import { checkOwnerKey } from '../owner.ts';
import { checkOsUser } from './os-user.ts';

/** @throws PostilError BAD_SETTING, JWT_SECRET_MISSING */
export function checkStackSettings(databaseUrl: string | undefined, env: NodeJS.ProcessEnv): void {
  if (databaseUrl !== undefined) checkDatabaseUrl(databaseUrl);
  checkPostgrestUrl(env['POSTIL_POSTGREST_URL']);
  checkPostgrestProgram(env['POSTIL_POSTGREST_BIN']);
  checkJwtSecret(env);
  checkAuthenticatorPassword(env['POSTIL_AUTHENTICATOR_PASSWORD']);
  checkOwnerKey(env['POSTIL_OWNER_API_KEY']);
  checkOsUser(env['POSTIL_OS_USER']);
}

/** @throws PostilError BAD_SETTING */
export function checkDatabaseUrl(url: string): void {
  let more: string | null = null;
  try {
    if (/^postgres(ql)?:$/.test(new URL(url).protocol)) {
      new pg.Client({ connectionString: url }); // Reads the files that it names.
      return;
    }
  } catch (error) {
    more = (error as Error).message; // Without the address, which has a password.
  }
  throw new PostilError(
    'BAD_SETTING',
    'DATABASE_URL (or --database-url) is not the address of a PostgreSQL',
    {
      details: more,
      hint: 'It looks like postgresql://user:password@host:5432/database. Special characters of a password are written as %40 and so on.',
    },
  );
}

function checkPostgrestUrl(value: string | undefined): void {
  if (value === undefined) return;
  const expected = 'the address of a PostgREST, http://host:port, without ?, # and a password';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.username || url?.password) throw badSetting('POSTIL_POSTGREST_URL', 'has a password', expected);
  if (!url || !/^https?:$/.test(url.protocol) || /[?#]/.test(value)) {
    throw badSetting('POSTIL_POSTGREST_URL', `is ${JSON.stringify(value)}`, expected);
  }
}

function checkPostgrestProgram(path: string | undefined): void {
  if (path === undefined) return;
  const found = statSync(path, { throwIfNoEntry: false });
  const wrong = !found
    ? 'which does not exist'
    : !found.isFile()
      ? 'which is no file'
      : (found.mode & 0o111) === 0
        ? 'which is not executable'
        : undefined;
  if (wrong === undefined) return;
  throw badSetting(
    'POSTIL_POSTGREST_BIN',
    `is ${JSON.stringify(path)}, ${wrong}`,
    'the program itself of PostgREST 12 or newer (https://postgrest.org), made executable with chmod +x; or set POSTIL_POSTGREST_URL to one that runs',
  );
}

function checkJwtSecret(env: NodeJS.ProcessEnv): void {
  const secret = env['POSTIL_JWT_SECRET'];
  if (secret === undefined) {
    if (env['POSTIL_POSTGREST_URL'] === undefined) return;
    throw new PostilError('JWT_SECRET_MISSING', 'POSTIL_POSTGREST_URL is set, but POSTIL_JWT_SECRET is not', {
      hint: "Set it to that PostgREST's PGRST_JWT_SECRET: the gateway signs its tokens with it.",
    });
  }
  const expected = 'at least 32 characters, for example from: openssl rand -hex 24';
  if (secret.length < 32) {
    throw badSetting('POSTIL_JWT_SECRET', `has ${secret.length} characters`, expected);
  }
  // PostgREST would read a file, or a key of another kind.
  if (/^[@{]/.test(secret)) {
    throw badSetting('POSTIL_JWT_SECRET', 'begins with @ or {', expected);
  }
}

function checkAuthenticatorPassword(password: string | undefined): void {
  if (password === undefined || /^[ -~]+$/.test(password)) return;
  throw badSetting(
    'POSTIL_AUTHENTICATOR_PASSWORD',
    'has other characters than printable ASCII',
    'printable ASCII, for example from: openssl rand -hex 24',
  );
}

/** The embedded PostgreSQL: making its data directory, starting it, and saying why when it does not start. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PostilError } from '../errors.ts';
import { type PostgresBinaries, postgresBinaries } from './binaries.ts';
import { type Child, firstWait, startChild, untilUsable, type Wait } from './child.ts';
import {
  beginning,
  type DataDirectory,
  diskFull,
  makeDirectory,
  type Secrets,
  unwritable,
} from './data-directory.ts';
import { canEnter, chooseOsUser, type OsUser } from './os-user.ts';

/** Where root's servers keep what their user cannot reach inside the data directory. */
const sharedHome = '/var/lib/postil';

export type EmbeddedPostgres = {
  readonly user: OsUser;
  readonly binaries: PostgresBinaries;
  /** The real path of PostgreSQL's files. */
  readonly directory: string;
};

/**
 * Everything that must be there before PostgreSQL can start: a user to run as, programs that this user can run, and
 * an initialised directory.
 * @param say reports what takes time
 * @throws PostilError NO_OS_USER, BINARY_MISSING, BINARY_BROKEN, NOT_WRITABLE, DISK_FULL, INITDB_FAILED
 */
export function preparePostgres(
  data: DataDirectory,
  secrets: Secrets,
  env: NodeJS.ProcessEnv,
  say: (message: string) => void,
): EmbeddedPostgres {
  const user = chooseOsUser(data.database, env);
  const binaries = postgresBinaries(user, copiesDirectory(data, user));
  const directory = canEnter(data.path, user) ? data.database : directoryElsewhere(data);
  if (!existsSync(join(directory, 'PG_VERSION'))) {
    say(`Creating the database in ${directory}`);
    initialise(directory, secrets, binaries, user);
  }
  return { user, binaries, directory: realpathSync(directory) };
}

/** Where copies of programs go that the user of the servers cannot run from node_modules. */
export function copiesDirectory(data: DataDirectory, user: OsUser): string {
  return join(canEnter(data.path, user) ? data.path : sharedHome, 'programs');
}

/** A directory that the user of the servers can reach, linked from the data directory, for a home with mode 0700. */
function directoryElsewhere(data: DataDirectory): string {
  const name = createHash('sha256').update(data.path).digest('hex').slice(0, 12);
  const elsewhere = join(sharedHome, name);
  try {
    makeDirectory(sharedHome, 0o755);
    makeDirectory(elsewhere, 0o711);
    const database = join(elsewhere, 'postgres');
    if (!existsSync(data.database)) {
      rmSync(data.database, { force: true }); // A link whose target is gone.
      symlinkSync(database, data.database);
    }
    return readlinkSync(data.database);
  } catch (error) {
    throw unwritable(elsewhere, error);
  }
}

function initialise(directory: string, secrets: Secrets, binaries: PostgresBinaries, user: OsUser): void {
  // Under another name until it is whole: an initdb that was killed leaves files that look like a database.
  const draft = `${directory}.new`;
  const passwordFile = join(dirname(directory), `.password.${process.pid}`);
  try {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, secrets.superuser_password, { mode: 0o600 });
    if (user) {
      chownSync(draft, user.uid, user.gid);
      chownSync(passwordFile, user.uid, user.gid);
    }
    const done = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // Sorts the same on every system, whatever C library and locales it has.
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--lc-messages=C',
        '--no-instructions',
      ],
      { cwd: '/', encoding: 'utf8', ...(user && { uid: user.uid, gid: user.gid }) },
    );
    if (done.status !== 0) {
      throw startError(
        'INITDB_FAILED',
        'PostgreSQL could not create its files',
        directory,
        `${done.stdout}\n${done.stderr}`,
      );
    }
    renameSync(draft, directory);
  } catch (error) {
    throw error instanceof PostilError ? error : unwritable(directory, error);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Starts PostgreSQL on 127.0.0.1 and waits until it takes connections. A server that an earlier Postil left behind is
 * ended first.
 * @throws PostilError POSTGRES_FAILED, DISK_FULL
 */
export async function startPostgres(
  postgres: EmbeddedPostgres,
  options: { port: number; logFile: string; superuserUrl: string },
  wait: Wait = firstWait,
): Promise<Child> {
  await endLeftover(postgres.directory, wait);
  wait.signal?.throwIfAborted();
  const settings = {
    port: options.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '', // A path below a deep directory would be too long for a socket.
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    // The crash of a gateway must not leave sessions that hold locks.
    tcp_keepalives_idle: 30,
    idle_in_transaction_session_timeout: '10min',
    // No statement, and nothing else that may quote what people wrote: an error belongs to whoever asked, and they got it.
    log_min_messages: 'log', // Above it are fatal and panic.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
  };
  const child = await startChild({
    name: 'PostgreSQL',
    command: postgres.binaries.postgres,
    args: [
      '-D',
      postgres.directory,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    signal: 'INT', // Fast shutdown: ends sessions, writes a checkpoint.
    logFile: options.logFile,
    user: postgres.user,
  });
  const failure = (how: string) =>
    startError(
      'POSTGRES_FAILED',
      `PostgreSQL did not start: ${how}`,
      postgres.directory,
      child.output(),
      options.logFile,
    );
  return untilUsable(child, () => look(options.superuserUrl, postgres.directory), failure, wait);
}

async function look(url: string, directory: string): Promise<'usable' | 'busy' | 'silent'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return 'usable';
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code === '57P03') return 'busy'; // It is starting up, perhaps recovering after a crash, which takes its time.
    if (code === '53100') throw diskFull(directory, message);
    if (code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'silent';
    if (code === undefined) return 'silent'; // Closed while connecting.
    throw new PostilError('POSTGRES_FAILED', 'PostgreSQL runs but refuses the connection', {
      details: message,
      hint: 'Do secrets.json and the database belong together? Restore both from the same backup.',
      cause: error,
    });
  }
}

/** PostgreSQL's own pid file tells of a server that outlived its gateway and its guard. */
async function endLeftover(directory: string, { signal, patienceMs }: Wait): Promise<void> {
  const pidFile = join(directory, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!isPostgresOn(pid, directory)) {
    // Left by a crash; PostgreSQL would take any process with this number, which containers re-use, for its owner.
    rmSync(pidFile, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  while (beginning(pid) !== undefined) {
    signal?.throwIfAborted();
    if (Date.now() > deadline) {
      throw new PostilError('POSTGRES_FAILED', `an earlier PostgreSQL (pid ${pid}) does not end`, {
        details: `It uses ${directory}.`,
        hint: 'End it, then start again.',
      });
    }
    await sleep(30);
  }
}

function isPostgresOn(pid: number, directory: string): boolean {
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
    return command.includes(directory) && command.includes('postgres');
  } catch {
    return false;
  }
}

function startError(
  code: string,
  message: string,
  directory: string,
  output: string,
  logFile?: string,
): PostilError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(directory, output.trim());
  const taken = /could not create any TCP\/IP sockets|Address already in use/.test(output);
  return new PostilError(taken ? 'PORT_TAKEN' : code, message, {
    details: output.trim() || null,
    hint: `The lines above are PostgreSQL's own words${logFile ? `, from ${logFile}` : ''}.`,
  });
}

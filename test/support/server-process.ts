/** Running `postil serve` as a process of its own, as users do. Knows nothing of vitest. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from './temporary.ts';

export type ServerOptions = {
  /** Set on top of the environment of the tests; undefined unsets. */
  env?: Record<string, string | undefined>;
  /** More arguments for `postil serve`. */
  args?: string[];
  /** The data directory; without it an empty one, removed when the tests of the file are done. */
  data?: string;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type Server = {
  /** Where the gateway answers. */
  url: string;
  /** The API key of an owner. */
  ownerKey: string;
  /** A connection of the owner of the database objects. */
  databaseUrl: string;
  data: string;
  pid: number;
  /** All that it has printed so far, standard error included. */
  output(): string;
  /** Its JSON lines so far. */
  events(): ServerEvent[];
  /** Asks it to end, and waits until it has. */
  stop(): Promise<Exit>;
  /** Sends a signal, and waits until it has ended. */
  kill(signal: NodeJS.Signals): Promise<Exit>;
};

export type ServerEvent = { event: string; [name: string]: unknown };

/** A server that ended instead of getting ready. */
export class ServerEnded extends Error {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly events: ServerEvent[];

  constructor(exit: Exit, output: string, events: ServerEvent[]) {
    super(`postil serve ended with ${exit.signal ?? `code ${exit.code}`} before it was ready:\n${output}`);
    this.name = 'ServerEnded';
    this.code = exit.code;
    this.signal = exit.signal;
    this.output = output;
    this.events = events;
  }
}

const program = fileURLToPath(new URL('../../bin/postil.js', import.meta.url));

/**
 * A guard ends the server when this process is gone without having stopped it, however it went: the guard reads from
 * a pipe that only this process holds open. A line on it says that the server has ended by itself.
 */
const guardScript = '( ( read -r line <&3 || kill -s TERM $$ ) >/dev/null 2>&1 & ) ; exec "$@" 3<&-';

const running = new Set<{ stop(): Promise<Exit> }>();

/**
 * Starts a server and waits until it is ready.
 * @throws ServerEnded with its exit code and output when it ends before
 */
export async function startServerProcess(options: ServerOptions = {}): Promise<Server> {
  const data = options.data ?? temporaryDirectory('data');
  const ownerKey = options.env?.['POSTIL_OWNER_API_KEY'] ?? `postil_${randomBytes(32).toString('base64url')}`;
  const env = { ...process.env, POSTIL_OWNER_API_KEY: ownerKey, ...options.env };
  const args = [program, 'serve', '--data', data, '--port', '0', '--json', ...(options.args ?? [])];
  const child = spawn('/bin/sh', ['-c', guardScript, 'guard', process.execPath, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const exit = untilExit(child);
  const { output, events, ready } = listen(child);
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exit;
  };
  const entry = { stop: () => kill('SIGTERM') };
  running.add(entry);
  exit.then(() => running.delete(entry));

  const first = await Promise.race([ready, exit]);
  if (!('event' in first)) throw new ServerEnded(first, output(), events());
  return {
    url: String(first['gateway_url']),
    databaseUrl: String(first['database_url']),
    ownerKey,
    data,
    pid: child.pid as number,
    output,
    events,
    stop: () => kill('SIGTERM'),
    kill,
  };
}

/** Stops every server of this process that still runs. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop()));
}

async function untilExit(child: ChildProcess): Promise<Exit> {
  const guard = child.stdio[3] as NodeJS.WritableStream;
  guard.on('error', () => {}); // The guard may be gone first.
  const closed = once(child, 'close'); // All output has been read, which `exit` does not promise.
  const [code, signal] = await once(child, 'exit');
  guard.end('ended\n');
  await closed;
  return { code, signal };
}

function listen(child: ChildProcess) {
  let output = '';
  const events: ServerEvent[] = [];
  const ready = new Promise<ServerEvent>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream as NodeJS.ReadableStream }).on('line', (line) => {
        output += `${line}\n`;
        const event = parseEvent(line);
        if (event) events.push(event);
        if (event?.event === 'ready') resolve(event);
      });
    }
  });
  return { output: () => output, events: () => [...events], ready };
}

function parseEvent(line: string): ServerEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' && 'event' in value
      ? (value as ServerEvent)
      : undefined;
  } catch {
    return undefined;
  }
}

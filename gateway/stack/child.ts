/**
 * Child processes that cannot be left behind. Each runs under a guard that ends it when the gateway is gone, for
 * whatever reason, kill -9 included.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { OsUser } from './os-user.ts';

export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process has ended, with what to say of it. */
  readonly ended: Promise<string>;
  /** Sends the polite signal, waits, and then insists. Resolves when the process has ended. */
  stop(): Promise<void>;
};

/**
 * The guard reads from a pipe that only the gateway holds open. When the gateway goes, the read fails and the guard
 * signals the program; a line on the pipe tells the guard that the program ended by itself. The double fork keeps the
 * guard from being the program's own child: PostgreSQL would take its exit for that of a backend. `exec` makes the
 * program keep the pid that the gateway knows.
 */
const guardScript = '( ( read -r line <&3 || kill -s "$0" $$ ) >/dev/null 2>&1 & ) ; exec "$@" 3<&-';

/**
 * Starts a program under a guard.
 * @param signal what ends it politely, as kill(1) names it ("INT", "TERM")
 * @param logFile receives what it prints; rotated once it passes 10 MB
 */
export async function startChild(options: {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  signal: 'INT' | 'TERM';
  logFile: string;
  user: OsUser;
}): Promise<Child> {
  rotate(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  const child: ChildProcess = spawn(
    '/bin/sh',
    ['-c', guardScript, options.signal, options.command, ...options.args],
    {
      cwd: '/',
      env: options.env,
      // A group of its own, so that Ctrl-C reaches the gateway alone, which then stops everything in order.
      detached: true,
      stdio: ['ignore', log, log, 'pipe'],
      ...(options.user && { uid: options.user.uid, gid: options.user.gid }),
    },
  );
  closeSync(log);
  await once(child, 'spawn');
  const guard = child.stdio[3] as NodeJS.WritableStream;
  guard.on('error', () => {}); // The guard may be gone first.

  const ended = once(child, 'exit').then(([code, signal]) => {
    guard.end('ended\n');
    return signal ? `${options.name} was ended by ${signal}` : `${options.name} exited with code ${code}`;
  });
  return {
    name: options.name,
    pid: child.pid as number,
    ended,
    async stop() {
      const insist = setTimeout(() => child.kill('SIGKILL'), 30_000);
      child.kill(`SIG${options.signal}`);
      await ended;
      clearTimeout(insist);
    },
  };
}

/** The last lines of a log, for an error message. */
export function tail(logFile: string, lines = 12): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(logFile, `${logFile}.1`);
}

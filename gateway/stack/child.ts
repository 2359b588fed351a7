/**
 * Child processes that cannot be left behind. Each runs under a guard that ends it when the gateway is gone, for
 * whatever reason, kill -9 included.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OsUser } from './os-user.ts';

export type Child = {
  readonly name: string;
  readonly pid: number;
  /** Settles when the process has ended, with what to say of it. */
  readonly ended: Promise<string>;
  /** The last lines that it has printed, for an error message. */
  output(): string;
  /** Sends the polite signal, waits, and then insists. Resolves when the process has ended. */
  stop(): Promise<void>;
};

/** What ends the wait for a server that starts. */
export type Wait = {
  /** Aborts when nobody wants the server any more. */
  signal?: AbortSignal;
  /** How long it may show no sign of life. */
  patienceMs: number;
};

/** For a first start: a wrong setup is told in the end, a slow machine has its time. */
export const firstWait: Wait = { patienceMs: 120_000 };

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
  const before = sizeOf(options.logFile);
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
    output: () =>
      readFileSync(options.logFile).subarray(before).toString().trim().split('\n').slice(-12).join('\n'),
    async stop() {
      const insist = setTimeout(() => child.kill('SIGKILL'), 30_000);
      child.kill(`SIG${options.signal}`);
      await ended;
      clearTimeout(insist);
    },
  };
}

/**
 * Waits until a process is usable. When that is not to be, the process is ended first.
 * @param look asks it; 'busy' is a sign of life, however long it takes
 * @param failure makes the error of how it ended, or of what it did not do
 */
export async function untilUsable(
  child: Child,
  look: () => Promise<'usable' | 'busy' | 'silent'>,
  failure: (how: string) => Error,
  { signal, patienceMs }: Wait,
): Promise<Child> {
  let end: string | undefined;
  child.ended.then((how) => {
    end = how;
  });
  const stop = () => void child.stop(); // It may take a while to answer the question that is being asked.
  signal?.addEventListener('abort', stop);
  try {
    let heard = Date.now();
    for (;;) {
      signal?.throwIfAborted();
      const seen = await look();
      if (seen === 'usable') return child;
      if (end !== undefined && !signal?.aborted) throw failure(end);
      if (seen === 'busy') heard = Date.now();
      else if (Date.now() - heard > patienceMs) {
        throw failure(`${child.name} did not answer for ${patienceMs / 1_000} s`);
      }
      await sleep(30);
    }
  } catch (error) {
    await child.stop();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function rotate(logFile: string): void {
  if (sizeOf(logFile) > 10_000_000) renameSync(logFile, `${logFile}.1`);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

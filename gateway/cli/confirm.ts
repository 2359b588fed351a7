/** Questions to the person at the terminal, before what is not easily undone. */
import { createInterface } from 'node:readline';
import { PostilError } from '../errors.ts';
import { say } from './output.ts';
import { visible } from './visible.ts';

/**
 * Before anything is asked of a server: is there anybody to ask?
 * @param hint what to do without one
 * @throws PostilError NOT_CONFIRMED
 */
export function requireTerminal(what: string, hint: string): void {
  if (process.stdin.isTTY && process.stderr.isTTY) return;
  throw new PostilError('NOT_CONFIRMED', `${what} is to be confirmed, and there is no terminal to ask on`, {
    hint,
  });
}

/** @throws PostilError NOT_CONFIRMED unless the answer is y or yes */
export async function confirm(question: string, otherwise: string): Promise<void> {
  if (/^y(es)?$/i.test((await ask(`${question} [y/N] `)).trim())) return;
  throw notConfirmed(otherwise);
}

export function notConfirmed(otherwise: string): PostilError {
  return new PostilError('NOT_CONFIRMED', otherwise, { hint: 'Run it again if you change your mind.' });
}

/** What somebody types; empty when they press Ctrl-C or Ctrl-D. */
export function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve) => {
    terminal.on('SIGINT', () => terminal.close());
    terminal.on('close', () => {
      say('');
      resolve('');
    });
    terminal.question(visible(question), (answer) => {
      terminal.removeAllListeners('close');
      terminal.close();
      resolve(answer);
    });
  });
}

/** postil stop: ends the Postil of a data directory, in order, and waits until it is gone. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { PostilError } from '../../errors.ts';
import { say } from '../output.ts';
import { defaultData, findRunning, withTarget } from '../target.ts';

const patienceMs = 60_000;

export function stopCommand(): Command {
  return withTarget(new Command('stop'))
    .description('stop the Postil of a data directory and wait until it is gone')
    .action(async (options: { data?: string }) => {
      const path = options.data ?? defaultData;
      const found = findRunning(path);
      if (!found) return say(`No Postil runs on ${path}.`);
      say(`Stopping Postil (pid ${found.pid}) on ${path} …`);
      if (ask(found.pid)) await untilGone(path, found.pid);
      say('Stopped.');
    });
}

/** Returns false when the process has ended by itself meanwhile. */
function ask(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGTERM');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return false;
    throw new PostilError('NOT_PERMITTED', `you may not stop pid ${pid}: it is another user's`, {
      details: message,
      hint: 'Run postil stop as that user.',
      cause: error,
    });
  }
}

async function untilGone(path: string, pid: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (findRunning(path)?.pid === pid) {
    if (Date.now() > deadline) {
      throw new PostilError('STILL_RUNNING', `Postil (pid ${pid}) has not stopped within a minute`, {
        hint: `Look at its log, ${path}/gateway.log. kill -9 loses nothing that was committed.`,
      });
    }
    await sleep(50);
  }
}

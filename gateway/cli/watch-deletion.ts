/** Following a deletion in the background: a bar on a terminal, a line now and then when piped. */
import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { notPostil, rpcForRows } from './api.ts';
import { withHint } from './hints.ts';
import { printObject, say } from './output.ts';
import type { Target } from './target.ts';

export type Deletion = {
  state: 'running' | 'cancelled' | 'finished';
  done: number;
  total: number;
  rate: number | null;
  eta_seconds: number | null;
  started_at: string;
};

const askEveryMs = 300;
const sayEveryMs = 2_000;

/** Calls a function that returns how far a deletion is. @param more its other arguments */
export async function deletionBy(
  target: Target,
  name: 'delete_user_in_background' | 'deletion_progress' | 'cancel_deletion',
  userId: string,
  more: Record<string, unknown> = {},
): Promise<Deletion> {
  const [deletion] = await rpcForRows<Deletion>(target, name, { user_id: userId, ...more });
  if (deletion) return deletion;
  throw notPostil(200, '[]');
}

/**
 * Waits until the deletion has ended, and prints how. Ctrl-C ends the waiting only.
 * @returns how far it was in the end
 * @throws PostilError UNREACHABLE and others; the deletion goes on
 */
export async function watchDeletion(
  target: Target,
  userId: string,
  first: Deletion,
  json: boolean,
): Promise<Deletion> {
  const interruption = onSignals(); // Before anything is shown: who sees the bar may press Ctrl-C.
  const shown = showDeletion(first, json);
  let deletion = first;
  try {
    while (deletion.state === 'running' && interruption.number() === undefined) {
      await sleep(askEveryMs, undefined, { signal: interruption.signal }).catch(() => {});
      deletion = await deletionBy(target, 'deletion_progress', userId);
      shown.update(deletion);
    }
  } catch (error) {
    throw withHint(error, `It goes on meanwhile. ${howToFollow(userId)}`);
  } finally {
    shown.stop();
    interruption.end();
  }
  if (deletion.state === 'running') {
    if (!json) say(`It goes on in the background. ${howToFollow(userId)}`);
    process.exitCode = 128 + (interruption.number() ?? 0);
  } else if (deletion.state === 'cancelled') {
    process.exitCode = 1;
  }
  printObject({ id: userId, ...deletion, rate: deletion.rate && Math.round(deletion.rate) }, json);
  return deletion;
}

export function howToFollow(userId: string): string {
  return `Watch it: postil user deletion ${userId} --watch\nStop it: postil user deletion ${userId} --cancel`;
}

function showDeletion(first: Deletion, quiet: boolean): { update(deletion: Deletion): void; stop(): void } {
  if (quiet) return { update() {}, stop() {} };
  if (process.stderr.isTTY) {
    const bar = new SingleBar({
      format: '{bar} {percentage}% | {value} of {total} responses | {rate} responses/s | ETA {left}',
      stream: process.stderr,
      hideCursor: true,
    });
    bar.start(first.total, first.done, payload(first));
    return {
      update: (deletion) => {
        bar.setTotal(deletion.total);
        bar.update(deletion.done, payload(deletion));
      },
      stop: () => bar.stop(),
    };
  }
  let last = 0;
  return {
    update(deletion) {
      if (Date.now() - last < sayEveryMs && deletion.state === 'running') return;
      last = Date.now();
      const { rate, left } = payload(deletion);
      const percent = deletion.total > 0 ? ` (${Math.floor((100 * deletion.done) / deletion.total)} %)` : '';
      say(`${deletion.done} of ${deletion.total} responses${percent}, ${rate} responses/s, ETA ${left}`);
    },
    stop() {},
  };
}

function payload({ state, rate, eta_seconds }: Deletion): { rate: string; left: string } {
  const left = state === 'running' ? (eta_seconds === null ? '?' : `${eta_seconds} s`) : state;
  return { rate: rate === null ? '?' : String(Math.round(rate)), left };
}

/** Signals that would end the process end a wait instead. */
function onSignals(): { signal: AbortSignal; number(): number | undefined; end(): void } {
  const controller = new AbortController();
  let received: number | undefined;
  const listener = (_: NodeJS.Signals, number: number) => {
    received = number;
    controller.abort();
  };
  for (const signal of signals) process.on(signal, listener);
  return {
    signal: controller.signal,
    number: () => received,
    end: () => {
      for (const signal of signals) process.off(signal, listener);
    },
  };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

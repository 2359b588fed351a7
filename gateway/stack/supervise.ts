/** Keeps a child process alive: when it ends unasked, it is started again, later each time it fails. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Child, firstWait, type Wait } from './child.ts';

export type Supervised = {
  /** The pid of the process, or null while there is none. */
  pid(): number | null;
  /** Ends the process for good. */
  stop(): Promise<void>;
};

/**
 * Starts a process and watches it.
 * @param start starts it and resolves once it is usable; the first failure is thrown to the caller, later ones are retried
 * @param signal ends the first start
 * @param say reports ends and restarts
 * @param onChange is called when the process has another pid than before, or none
 */
export async function supervise(
  start: (wait: Wait) => Promise<Child>,
  signal: AbortSignal,
  say: (message: string) => void,
  onChange: () => void,
): Promise<Supervised> {
  const stopping = new AbortController();
  let child: Child | undefined = await start({ ...firstWait, signal });

  const watch = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      if (child) {
        const since = Date.now();
        const { name, ended } = child;
        const how = await ended;
        child = undefined;
        onChange();
        if (stopping.signal.aborted) return;
        if (Date.now() - since > 60_000) failures = 0;
        say(`${how}; starting ${name} again`);
      }
      const delay = Math.min(30_000, 250 * 2 ** failures);
      failures += 1;
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        // It may have to wait for another server, however long that takes.
        child = await start({ signal: stopping.signal, patienceMs: Number.POSITIVE_INFINITY });
        onChange();
      } catch (error) {
        if (stopping.signal.aborted) return;
        say(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const watching = watch();

  return {
    pid: () => child?.pid ?? null,
    async stop() {
      stopping.abort();
      await child?.stop();
      await watching;
      // It may have become usable just when the order to stop came.
      await child?.stop();
    },
  };
}

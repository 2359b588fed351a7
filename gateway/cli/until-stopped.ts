/** Signals that ask a command to stop that runs until it is told to. */

/** Milliseconds in which signals are one request: of one Ctrl-C the terminal tells us, and npm tells us again. */
const sameRequestMs = 500;

/**
 * Resolves with the name of the first signal that asks to stop; one that comes while starting is kept. A later one
 * insists: the process ends at once, and the guards of its children end those.
 */
export function untilStopped(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        askedAt ??= performance.now();
        if (performance.now() - askedAt > sameRequestMs) process.exit(130);
        resolve(signal);
      });
    }
  });
}

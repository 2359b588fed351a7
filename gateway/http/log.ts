/** The gateway's log: JSON lines by pino, gathered before they are written. */
import { destination, type Logger, pino } from 'pino';

export type Log = { logger: Logger; close(): void };

/** A line may wait this long; one write for each request costs more than the rest of its logging. */
const flushEveryMs = 500;

/** While the disk is full, this much is kept; the lines after it are lost. */
const keptCharacters = 1_000_000;

/**
 * @param to a file, or 2 for standard error
 * @param say is told when the log cannot be written; requests are answered all the same
 */
export function openLog(level: string, to: string | number, say: (message: string) => void): Log {
  const file = destination({
    dest: to,
    minLength: 8_192,
    maxLength: keptCharacters,
    sync: false,
    mode: 0o600,
  });
  let failing = false;
  file.on('error', (error: Error) => {
    if (!failing) say(`cannot write the gateway's log: ${error.message}`);
    failing = true;
  });
  file.on('write', () => {
    failing = false;
  });
  const timer = setInterval(() => file.flush(), flushEveryMs);
  timer.unref();
  return {
    logger: pino({ level }, file),
    close() {
      clearInterval(timer);
      try {
        file.flushSync();
      } catch (error) {
        if (!failing) say(`cannot write the gateway's log: ${(error as Error).message}`);
      }
    },
  };
}

/** Progress of long work on stderr: a bar on a terminal, a line now and then when piped. */
import { SingleBar } from 'cli-progress';
import { say } from './output.ts';

export type Progress = {
  /** @param done of the total; undefined when there is no total to compare with */
  update(rows: number, done: number | undefined): void;
  stop(): void;
};

const everyMs = 2_000;

/** @param total what `done` counts up to, in any unit; undefined when it is not known, as for standard input */
export function showProgress(total: number | undefined, quiet: boolean): Progress {
  if (quiet) return { update() {}, stop() {} };
  const began = Date.now();
  const rate = (rows: number) => Math.round((rows * 1000) / Math.max(1, Date.now() - began));
  if (process.stderr.isTTY && total !== undefined) {
    const bar = new SingleBar({
      format: '{bar} {percentage}% | {rows} rows | {rate} rows/s | ETA {eta_formatted}',
      stream: process.stderr,
      hideCursor: true,
      etaBuffer: 50,
    });
    bar.start(total, 0, { rows: 0, rate: 0 });
    return {
      update: (rows, done) => bar.update(done ?? 0, { rows, rate: rate(rows) }),
      stop: () => bar.stop(),
    };
  }
  let last = began;
  return {
    update(rows, done) {
      if (Date.now() - last < everyMs) return;
      last = Date.now();
      const percent = total && done !== undefined ? ` (${Math.floor((100 * done) / total)} %)` : '';
      say(`${rows} rows${percent}, ${rate(rows)} rows/s`);
    },
    stop() {},
  };
}

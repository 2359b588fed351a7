/** What the measurements have in common. */

/** One line of a result: ours beside the limit, both in `unit`. */
export type Line = {
  what: string;
  ours: number;
  /** The same work without Postil's part in it; absent for a plain figure. */
  limit?: number;
  unit: string;
  /** ours / limit: the median over rounds that each measured both. */
  ratio?: number;
  /** What the ratio or figure is meant to be. */
  least?: string;
};

export type Bench = (say: (message: string) => void) => Promise<Line[]>;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** @param share for example 0.99 */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] as number;
}

/**
 * Measures two things in turn, round by round, the first one alternating, and compares them within each round.
 * @param ours and limit return a rate: more is better
 */
export async function compare(
  rounds: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<{ ours: number; limit: number; ratio: number }> {
  const measured: { ours: number; limit: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await ours();
      measured.push({ ours: first, limit: await limit() });
    } else {
      const first = await limit();
      measured.push({ ours: await ours(), limit: first });
    }
  }
  return {
    ours: median(measured.map((round) => round.ours)),
    limit: median(measured.map((round) => round.limit)),
    ratio: median(measured.map((round) => round.ours / round.limit)),
  };
}

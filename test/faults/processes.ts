/** Looking at the processes of a Postil, by pid. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { beginning, type RunFile } from '../../gateway/stack/data-directory.ts';

export type Pids = { gateway: number; postgres: number; postgrest: number };

/** The processes that a running Postil has written down. */
export function pidsOf(data: string): Pids {
  const { pids } = JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as RunFile;
  return pids as Pids;
}

export function lives(pid: number): boolean {
  return beginning(pid) !== undefined;
}

/** Resolves once none of the processes lives. */
export async function untilGone(pids: Pids | number[]): Promise<void> {
  const all = Array.isArray(pids) ? pids : Object.values(pids);
  await expect.poll(() => all.filter(lives), { timeout: 30_000, interval: 20 }).toEqual([]);
}

/** Resolves once /ready answers with the status. What was killed again and again is started half a minute later, perhaps twice. */
export async function untilReady(url: string, status: number): Promise<void> {
  const ask = async () => (await fetch(`${url}/ready`).catch(() => undefined))?.status;
  await expect.poll(ask, { timeout: 150_000, interval: 20 }).toBe(status);
}

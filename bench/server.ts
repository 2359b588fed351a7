/** A Postil of its own, as a process of its own, for the length of a measurement. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../bin/postil.js', import.meta.url));

export type Server = {
  url: string;
  restUrl: string;
  databaseUrl: string;
  ownerKey: string;
  data: string;
  /** The most memory the gateway has held, in megabytes (10^6 bytes); Linux only. */
  peakMemory(): number;
};

/** Runs a measurement on a fresh Postil and removes it. */
export async function withServer<Result>(use: (server: Server) => Promise<Result>): Promise<Result> {
  const data = mkdtempSync(join(tmpdir(), 'postil-bench-'));
  chmodSync(data, 0o711);
  const child = spawn(process.execPath, [program, 'serve', '--data', data, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, POSTIL_RATE_LIMIT: '0' },
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const event = JSON.parse(line) as Record<string, string>;
      if (event['event'] !== 'ready') continue;
      return await use({
        url: event['gateway_url'] as string,
        restUrl: event['rest_url'] as string,
        databaseUrl: event['database_url'] as string,
        ownerKey: event['owner_api_key'] as string,
        data,
        peakMemory: () => peakMemory(child.pid as number),
      });
    }
    throw new Error('postil serve ended before it was ready');
  } finally {
    const ended = once(child, 'exit');
    if (child.exitCode === null && child.kill('SIGTERM')) await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

function peakMemory(pid: number): number {
  const kibibytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kibibytes) * 1024) / 1e6;
}

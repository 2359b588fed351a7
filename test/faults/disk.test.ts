/** A disk that fills up while Postil runs. The start on a full disk is in start.test.ts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Caller, caller, expectError, post } from '../gateway/http.ts';
import { startServer } from '../support/server.ts';
import { temporaryDirectory } from '../support/temporary.ts';
import { pidsOf, untilGone, untilReady } from './processes.ts';

const asRoot = process.getuid?.() === 0;

/** Leaves no byte free. */
function fill(directory: string): () => void {
  const file = join(directory, 'fill');
  const { bavail, bsize } = statfsSync(directory);
  try {
    writeFileSync(file, Buffer.alloc(bavail * bsize));
  } catch {
    // Somebody else took a block meanwhile: full all the same.
  }
  return () => rmSync(file);
}

/** Writes until one is refused, which takes some: PostgreSQL has room left in files that it has made already. */
async function untilRefused(owner: Caller): Promise<Response> {
  for (let i = 0; i < 200; i += 1) {
    const description = Array.from({ length: 900 }, (_, j) => `${i * 1e6 + j * 7919}`)
      .join(' ')
      .slice(0, 9_000);
    const answer = await owner('/rest/v1/namespaces', post({ key: `n${i}`, description }));
    if (!answer.ok) return answer;
  }
  throw new Error('the disk is not full');
}

test.skipIf(!asRoot)(
  `writes are refused, reads are answered, and all is well when there is space again${asRoot ? '' : ' (not run: needs root)'}`,
  async (context) => {
    const directory = join(temporaryDirectory('data'), 'small');
    mkdirSync(directory);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=711', 'tmpfs', directory]);
    if (mounted.status !== 0) context.skip('no right to mount');
    try {
      const server = await startServer({ data: join(directory, 'data') });
      const owner = caller(server.url, server.ownerKey);
      const pids = pidsOf(server.data);
      const free = fill(directory);

      await expectError(await untilRefused(owner), 503, '53100');
      const read = async () => (await owner('/rest/v1/namespaces?select=key&key=eq.default')).status;
      expect(await read()).toBe(200);
      // It says so when it cannot log, which is once the last block of the log is full.
      const said = async () => {
        for (let i = 0; i < 20; i += 1) expect(await read()).toBe(200);
        return server.output();
      };
      await expect.poll(said, { timeout: 20_000 }).toContain("cannot write the gateway's log");

      // A restart needs to write as well; it succeeds once it can.
      process.kill(pids.postgrest, 'SIGKILL');
      await untilReady(server.url, 503);
      free();
      await untilReady(server.url, 200);
      expect((await owner('/rest/v1/namespaces', post({ key: 'after' }))).status).toBe(201);
      expect(pidsOf(server.data).gateway).toBe(pids.gateway);
      const all = pidsOf(server.data);
      expect(await server.stop()).toEqual({ code: 0, signal: null });
      await untilGone(all);
    } finally {
      spawnSync('umount', ['-l', directory]);
    }
  },
);

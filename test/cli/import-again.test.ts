/** postil import can be tried, repeated, and taken up again after it was cut short. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../support/server.ts';
import { cleanEnvironment, postil, program } from './run.ts';
import { counts, type Place, startTransfer } from './transfer.ts';

let server: Server;
let place: (shape?: object) => Promise<Place>;
beforeAll(async () => {
  ({ server, place } = await startTransfer());
});

const record = (id: string, value: string, more: object = {}) =>
  `${JSON.stringify({ external_id: id, fields: { text: value }, ...more })}\n`;
const many = (from: number, to: number, value = 'a') =>
  Array.from({ length: to - from }, (_, i) => record(`r${from + i}`, value)).join('');

describe('again', () => {
  test.for(['jsonl', 'csv'])('the same %s changes nothing', async (format) => {
    const here = await place();
    const text =
      format === 'jsonl' ? many(0, 2_500) : `id,text\n${many(0, 2_500).replace(/.*"r(\d+)".*/g, 'r$1,a')}`;
    const args = format === 'csv' ? ['--id', 'id'] : [];
    expect(await here.import(`x.${format}`, text, ...args)).toMatchObject({ summary: counts(2_500) });
    const before = await here.records();
    expect(await here.import(`x.${format}`, text, ...args)).toMatchObject({
      code: 0,
      summary: counts(0, 0, 2_500),
    });
    expect(await here.records()).toEqual(before);
  });

  test('with suggestions and responses changes nothing, and what differs is updated', async () => {
    const here = await place();
    const more = (value: string) => ({
      suggestions: [{ question: 'label', agent: 'm1', value, score: 0.25 }],
      responses: [{ user: 'owner', status: 'submitted', values: { label: { value: 'x' } } }],
    });
    const text = record('1', 'a', more('spam')) + record('2', 'b', more('spam'));
    expect(await here.import('x.jsonl', text)).toMatchObject({ summary: counts(2) });
    expect(await here.import('x.jsonl', text)).toMatchObject({ summary: counts(0, 0, 2) });
    const other = record('1', 'a', more('spam')) + record('2', 'b', more('ham')) + record('3', 'c');
    expect(await here.import('x.jsonl', other)).toMatchObject({ summary: counts(1, 1, 1) });
  });

  test('with less leaves the rest as it is', async () => {
    const here = await place();
    await here.import('x.jsonl', record('1', 'a', { metadata: { kept: 1 } }));
    await here.import('x.jsonl', record('1', 'b'));
    expect(await here.records()).toEqual([
      { external_id: '1', fields: { text: 'b' }, metadata: { kept: 1 } },
    ]);
    await here.import('x.jsonl', record('1', 'b', { metadata: null }));
    expect((await here.records())[0]?.metadata).toEqual({ kept: 1 });
  });

  test('after the bad line was mended goes on', async () => {
    const here = await place();
    const cut = await here.import('x.jsonl', `${many(0, 1_500)}nonsense\n${many(1_500, 3_000)}`);
    expect([cut.code, JSON.parse(cut.said).message]).toEqual([
      1,
      expect.stringMatching(/^x\.jsonl line 1501: /),
    ]);
    expect((await here.records()).length).toBe(1_500);
    const mended = await here.import('x.jsonl', many(0, 3_000));
    expect(mended).toMatchObject({ code: 0, summary: counts(1_500, 0, 1_500) });
  });
});

describe('--dry-run', () => {
  test('says what would happen, and stores nothing', async () => {
    const here = await place();
    await here.import('x.jsonl', many(0, 5));
    const before = await here.records();
    const text = `${many(3, 4)}${record('r4', 'b')}${many(5, 8)}nonsense\n`;
    const dry = await here.import('x.jsonl', text, '--dry-run', '--on-error', 'skip');
    expect(dry).toMatchObject({ code: 1, summary: { ...counts(3, 1, 1, 1), dry_run: true } });
    expect(await here.records()).toEqual(before);
    const run = await here.import('x.jsonl', text, '--on-error', 'skip');
    expect(run).toMatchObject({ summary: counts(3, 1, 1, 1) });
    expect(run.summary).not.toHaveProperty('dry_run');
  });
});

describe('cut short', () => {
  /** An import that reads from a pipe which stays open, so that it is in the middle for as long as we like. */
  function begin(here: Place) {
    const to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
    const child = spawn(process.execPath, [program, 'import', '-', ...to, '--json'], {
      env: cleanEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => {});
    return child;
  }

  test.for(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'by %s it completes when it is run again',
    async (signal) => {
      const here = await place();
      const child = begin(here);
      child.stdin.write(many(0, 5_000));
      await expect.poll(async () => (await here.records()).length, { timeout: 20_000 }).toBeGreaterThan(0);
      child.kill(signal);
      const [code, by] = await once(child, 'exit');
      expect(by ?? code).not.toBe(0);
      const half = (await here.records()).length;
      expect(half).toBeLessThanOrEqual(5_000);
      // A call that was on its way may still have been stored since.
      const again = await here.import('x.jsonl', many(0, 6_000));
      expect(again).toMatchObject({ code: 0, summary: { rows: 6_000, updated: 0, refused: 0 } });
      expect(again.summary?.unchanged).toBeGreaterThanOrEqual(half);
      const stored = await here.records();
      expect(new Set(stored.map(({ external_id }) => external_id)).size).toBe(6_000);
      expect(stored.length).toBe(6_000);
    },
  );

  test('its progress is told line by line when nobody watches', async () => {
    const here = await place();
    const to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
    const child = spawn(process.execPath, [program, 'import', '-', ...to], {
      env: cleanEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    const summary = readText(child.stdout);
    let sent = 0;
    const feed = setInterval(() => {
      child.stdin.write(many(sent, sent + 1_000));
      sent += 1_000;
    }, 50);
    await expect.poll(() => said, { timeout: 30_000 }).toMatch(/^\d+ rows, \d+ rows\/s$/m);
    clearInterval(feed);
    child.stdin.end();
    const [code] = await once(child, 'exit');
    expect([code, await summary]).toEqual([0, expect.stringContaining(`inserted         ${sent}\n`)]);
    expect(said).not.toContain('\r'); // As a bar would have.
  });
});

test('a large file takes little memory', async () => {
  const here = await place();
  const file = join(server.data, 'large.jsonl');
  const rows = 20_000;
  // 60 MB.
  writeFileSync(file, Array.from({ length: rows }, (_, i) => record(`r${i}`, 'x'.repeat(3_000))).join(''));
  const to = ['--namespace', here.namespace, '--dataset', here.dataset, '--data', server.data];
  const ran = await postil(['import', file, ...to, '--dry-run', '--json'], {
    env: { NODE_OPTIONS: '--max-old-space-size=48' },
  });
  expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining('heap')]);
  expect(JSON.parse(ran.stdout)).toMatchObject(counts(rows));
});

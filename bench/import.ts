/** How fast records come in: 100,000 JSONL rows through the command line and the gateway. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bench, median } from './measure.ts';
import { program, type Server, withServer } from './server.ts';

const rows = 100_000;
const rounds = 3;
const definition = fileURLToPath(new URL('../docs/examples/mail.json', import.meta.url));

export const benchImport: Bench = (say) =>
  withServer(async (server) => {
    const file = join(server.data, 'rows.jsonl');
    writeFileSync(file, lines());
    const megabytes = readFileSync(file).length / 1e6;
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      say(`round ${round + 1} of ${rounds}: ${rows} rows, ${megabytes.toFixed(1)} MB`);
      const namespace = `round-${round}`;
      postil(server, 'namespace', 'create', namespace, '--json');
      postil(server, 'dataset', 'create', definition, '--namespace', namespace, '--json');
      const into = ['import', file, '--namespace', namespace, '--dataset', 'mail', '--json'];
      first.push(JSON.parse(postil(server, ...into)).rows_per_second);
      again.push(JSON.parse(postil(server, ...into)).rows_per_second);
    }
    return [
      { what: 'import of 100,000 new records', ours: median(first), unit: 'records/s', least: '≥ 10,000' },
      { what: 'the same file again (nothing to change)', ours: median(again), unit: 'records/s' },
      { what: "the gateway's peak memory", ours: server.peakMemory(), unit: 'MB', least: '< 250' },
    ];
  });

function lines(): string {
  const text = 'Dear all, the minutes of the last meeting are attached; please send corrections by Friday. ';
  return Array.from({ length: rows }, (_, n) =>
    JSON.stringify({
      external_id: `mail-${n}`,
      fields: { subject: `Minutes ${n}`, text: `${text}Number ${n}.` },
      metadata: { group: `list-${n % 10}` },
    }),
  ).join('\n');
}

function postil(server: Server, ...args: string[]): string {
  return execFileSync(process.execPath, [program, ...args, '--data', server.data], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

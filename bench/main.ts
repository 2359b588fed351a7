/**
 * npm run bench [gateway | import | status | threshold | growth | users …]: measures what Postil claims. Each number is a ratio to a limit measured
 * in the same run, so that the noise of the machine cancels out. Prints tables, writes bench/results/<name>.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchGateway } from './gateway.ts';
import { benchImport } from './import.ts';
import type { Bench, Line } from './measure.ts';
import { benchStatus, benchStatusGrowth, benchThreshold } from './status/index.ts';
import { benchUsers } from './users/index.ts';

const benches: Record<string, Bench> = {
  gateway: benchGateway,
  import: benchImport,
  status: benchStatus,
  threshold: benchThreshold,
  growth: benchStatusGrowth,
  users: benchUsers,
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0 || process.argv.includes('--help')) {
  console.error(`npm run bench [${Object.keys(benches).join(' | ')}] …`);
  process.exit(unknown.length > 0 ? 1 : 0);
}

for (const name of names.length > 0 ? names : Object.keys(benches)) {
  console.error(`${name} …`);
  const lines = await (benches[name] as Bench)((message) => console.error(`  ${message}`));
  console.log(table(name, lines));
  save(name, lines);
}

function table(name: string, lines: Line[]): string {
  const rows = lines.map(
    ({ what, ours, limit, unit, ratio, least }) =>
      `| ${what} | ${rounded(ours)} | ${rounded(limit)} | ${unit} | ${ratio === undefined ? '' : ratio.toFixed(2)} | ${least ?? ''} |`,
  );
  return [
    `\n## ${name}\n`,
    '| what | ours | limit | unit | ratio | wanted |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function rounded(value: number | undefined): string {
  return value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}

function save(name: string, lines: Line[]): void {
  const directory = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(directory, { recursive: true });
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  writeFileSync(
    `${directory}${name}.json`,
    `${JSON.stringify({ name, at: new Date().toISOString(), machine, lines }, null, 2)}\n`,
  );
}

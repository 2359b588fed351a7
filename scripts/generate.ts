/**
 * npm run generate: writes the files that follow from the schema in migrations/ and sql/.
 * With --check it writes nothing, and exits with 1 when a file is not what it would write.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { generateTypes } from '../client/scripts/types.ts';
import { describeSchema } from './describe-schema.ts';
import { withThrowAwayDatabase } from './throw-away-database.ts';

const files: [string, (client: pg.Client) => Promise<string>][] = [
  ['client/src/generated/database.ts', generateTypes],
  ['docs/schema.md', describeSchema],
];

await withThrowAwayDatabase(async (client) => {
  for (const [name, generate] of files) settle(name, await generate(client));
});

function settle(name: string, wanted: string): void {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) {
    console.log(`${name} is up to date`);
    return;
  }
  if (process.argv.includes('--check')) {
    console.error(`${name} does not match the schema in migrations/ and sql/. Run: npm run generate`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wanted);
  console.log(`Wrote ${name}`);
}

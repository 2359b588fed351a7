/** Running a file of pgTAP tests and judging its output. */
import pg from 'pg';
import { Parser } from 'tap-parser';
import { explain } from './explain.ts';

/**
 * Runs the file's statements in a transaction that is rolled back, as a superuser.
 * @returns what is wrong, or undefined when it made as many assertions as it planned and all of them held
 */
export async function runTap(client: pg.Client, sql: string): Promise<string | undefined> {
  await client.query(
    `begin; set local search_path = tap; set local client_min_messages = warning; set local statement_timeout = '10s'`,
  );
  let output = '';
  let failure: string | undefined;
  try {
    await collectRows(client, sql, (line) => {
      output += `${line}\n`;
    });
  } catch (error) {
    failure = explain(error, sql);
  } finally {
    await client.query('rollback; deallocate all'); // Prepared statements survive a rollback.
  }
  const verdict = failure ?? (await judge(output));
  return verdict === undefined ? undefined : `${verdict}\n\n${output}`;
}

/** Every assertion returns its line of TAP, or several, as a row of one column. */
function collectRows(client: pg.Client, sql: string, line: (text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = new pg.Query<Record<string, unknown>>(sql);
    query.on('row', (row) => line(String(Object.values(row)[0] ?? '')));
    query.on('end', () => resolve());
    query.on('error', reject);
    client.query(query);
  });
}

async function judge(output: string): Promise<string | undefined> {
  const results = await new Promise<Parser['results']>((resolve) => {
    const parser = new Parser((found) => resolve(found));
    parser.end(output);
  });
  if (!results) return 'The output is not TAP.';
  const planned = results.plan.end ?? 0;
  if (planned === 0) return 'It has no plan: begin with select plan(n).';
  if (results.count !== planned) return `It planned ${planned} assertions and made ${results.count}.`;
  if (results.skip + results.todo > 0) return 'It skips assertions.';
  if (results.fail > 0 || !results.ok) return `${results.fail} of ${planned} assertions failed.`;
  return undefined;
}

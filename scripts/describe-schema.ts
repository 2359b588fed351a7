/** docs/schema.md: the tables and functions of the API with their comments, which are its documentation. */
import { readFileSync } from 'node:fs';
import type pg from 'pg';

type Row = {
  part: 1 | 2 | 3 | 4 | 5;
  object: string;
  name: string;
  type: string;
  detail: string | null;
  comment: string | null;
};

const title = `# Schema

Generated from the database by \`npm run generate\`. Do not edit.

Everything here is in schema \`postil\`, and has the same name in SQL, over HTTP (\`/rest/v1/<table>\`,
\`/rest/v1/rpc/<function>\`) and in the client's types. Who may do what is in [roles.md](roles.md).
`;

export async function describeSchema(client: pg.Client): Promise<string> {
  const query = readFileSync(new URL('describe-schema.sql', import.meta.url), 'utf8');
  const { rows } = await client.query<Row>(query);
  const of = (part: Row['part'], object?: string) =>
    rows.filter((row) => row.part === part && (object === undefined || row.object === object));
  const tables = of(1).map((table) =>
    [
      `## ${table.object}\n`,
      `${table.comment ?? ''}${table.detail === 'view' ? ' A view, for reading only.' : ''}\n`,
      '| column | type | default | |',
      '|---|---|---|---|',
      ...of(2, table.object).map((row) => cells(row.name, code(row.type), code(row.detail), row.comment)),
      '',
      ...list(
        'Rules',
        of(3, table.object).map((row) => `\`${row.name}\`: ${code(row.detail)}`),
      ),
      ...list(
        'Triggers',
        of(4, table.object).map(
          (row) => `\`${row.name}\`: ${(row.comment ?? '').replace(/^Trigger[^:]*: /, '')}`,
        ),
      ),
    ].join('\n'),
  );
  const functions = of(5).map((row) =>
    [`## ${row.object}()\n`, `\`${row.object}(${row.name}) → ${row.type}\`\n`, `${row.comment ?? ''}\n`].join(
      '\n',
    ),
  );
  return [title, ...tables, '# Functions\n', ...functions].join('\n');
}

function list(name: string, items: string[]): string[] {
  return items.length === 0 ? [] : [`${name}:`, ...items.map((item) => `- ${item}`), ''];
}

function code(text: string | null): string | null {
  return text === null ? null : `\`${text.replaceAll('|', '\\|')}\``;
}

function cells(...texts: (string | null)[]): string {
  return `| ${texts.map((text) => text?.replaceAll('\n', ' ') ?? '').join(' | ')} |`;
}

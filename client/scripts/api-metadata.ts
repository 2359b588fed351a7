/** What the type generator is told about the database: only what a signed-in caller of the API can use. */
import { readFileSync } from 'node:fs';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import type pg from 'pg';

export type Metadata = Awaited<ReturnType<typeof introspect>>;

type ColumnGrant = { table_id: string; name: string; readable: boolean; writable: boolean };

/** Reads schema `postil`, less what callers have no grant for. */
export async function readApiMetadata(client: pg.Client): Promise<Metadata> {
  const metadata = await introspect(oneAtATime(client), { includedSchemas: ['postil'] });
  const grants = await query<ColumnGrant>(client, 'api-grants.sql');
  const functions = await query<{ id: string }>(client, 'api-functions.sql');

  const readable = new Set(grants.filter((column) => column.readable).map(keyOf));
  const writable = new Set(grants.filter((column) => column.writable).map(keyOf));
  const callable = new Set(functions.map(({ id }) => Number(id)));
  const columns = metadata.columns
    .filter((column) => readable.has(keyOf(column)))
    // The generator types a generated column as never to be written; a maintained one is no different to a caller.
    .map((column) => ({ ...column, is_generated: column.is_generated || !writable.has(keyOf(column)) }))
    // JSON has numbers of transactions as text, of which the generator does not know.
    .map((column) => (column.format === 'xid8' ? { ...column, format: 'text' } : column));
  const visible = new Set(columns.map((column) => column.table_id));
  const changeable = new Set(
    grants.filter((column) => column.writable).map((column) => Number(column.table_id)),
  );
  return {
    ...metadata,
    columns,
    tables: metadata.tables.filter((table) => visible.has(table.id)),
    views: metadata.views
      .filter((view) => visible.has(view.id))
      .map((view) => ({
        ...view,
        is_insert_enabled: changeable.has(view.id),
        is_update_enabled: changeable.has(view.id),
      })),
    functions: metadata.functions.filter((definition) => callable.has(definition.id)),
  };
}

/** The introspection asks all its questions at once; a session answers one after the other. */
function oneAtATime(client: pg.Client): Parameters<typeof introspect>[0] {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query(sql) {
      const answer = last.then(() => client.query(sql));
      last = answer;
      return answer;
    },
  };
}

function keyOf(column: { table_id: string | number; name: string }): string {
  return `${column.table_id}.${column.name}`;
}

async function query<Row extends pg.QueryResultRow>(client: pg.Client, file: string): Promise<Row[]> {
  return (await client.query<Row>(readFileSync(new URL(file, import.meta.url), 'utf8'))).rows;
}

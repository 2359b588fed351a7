/**
 * The two formats of an export. Both can be imported again, and then export to the same bytes: JSON goes through as
 * PostgreSQL wrote it, never parsed here, because that would turn 1.0 into 1 and round long numbers.
 */
import { csvRow } from './csv-row.ts';
import type { Snapshot } from './export-pages.ts';

/** One JSON object per line, as upsert_records takes it. */
export async function* jsonLines(snapshot: Snapshot): AsyncGenerator<string> {
  const pages = snapshot.pages<{ id: string; line: string }>({
    name: 'export_jsonl',
    text: 'select id, record::text as line from postil.export_records($1, $2, $3, $4)',
    values: [],
  });
  for await (const page of pages) yield page.map(({ line }) => `${line}\n`).join('');
}

const plain = ['id', 'external_id', 'status', 'min_submitted', 'inserted_at', 'updated_at'];
const json = ['metadata', 'suggestions', 'responses'];

/**
 * RFC 4180, with a header. A field of type text or image is its text; fields of other types, metadata, suggestions and
 * responses are JSON. An absent value is an empty cell, an empty text a quoted empty one (""). Fields that have no
 * column, and those that are not the text that their column is for, are in the column `fields`, as JSON.
 */
export async function* csvLines(snapshot: Snapshot): AsyncGenerator<string> {
  const names = snapshot.fields.map(({ name }) => name);
  const areText = snapshot.fields.map(({ type }) => type === 'text' || type === 'image');
  const pages = snapshot.pages<{ id: string; cells: (string | null)[] }>({
    name: 'export_csv',
    text: `
      select id,
        array(select record ->> c.name from unnest($5::text[]) with ordinality as c (name, place) order by c.place)
        || array(
          select
            case
              when not f.is_text then (record -> 'fields' -> f.name)::text
              when json_typeof(record -> 'fields' -> f.name) = 'string' then record -> 'fields' ->> f.name
            end
          from unnest($6::text[], $7::boolean[]) with ordinality as f (name, is_text, place)
          order by f.place
        )
        || (
          select jsonb_object_agg(e.key, e.value)::text
          from jsonb_each((record -> 'fields')::jsonb) as e
          where not exists (
            select from unnest($6::text[], $7::boolean[]) as f (name, is_text)
            where f.name = e.key and (not f.is_text or jsonb_typeof(e.value) = 'string')
          )
        )
        || array(select record ->> c.name from unnest($8::text[]) with ordinality as c (name, place) order by c.place)
        as cells
      from postil.export_records($1, $2, $3, $4)`,
    values: [plain, names, areText, json],
  });
  yield csv([[...plain, ...names.map((name) => `fields.${name}`), 'fields', ...json]]);
  for await (const page of pages) yield csv(page.map(({ cells }) => cells));
}

function csv(rows: (string | null)[][]): string {
  return rows.map((cells) => `${csvRow(cells)}\n`).join('');
}

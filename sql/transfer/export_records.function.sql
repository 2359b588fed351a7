-- json, not jsonb, for the outer object: the keys come in the order that a reader expects.
-- Invoker: row-level security decides what the caller sees.
create or replace function postil.export_records(
  namespace text,
  dataset text,
  after uuid default null,
  "limit" integer default 1000
)
  returns table (id uuid, record json)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set timezone = 'UTC' -- The same bytes wherever the export is made.
as $$
  select
    r.id,
    json_build_object(
      'id', r.id,
      'external_id', r.external_id,
      'status', r.status,
      'fields', r.fields,
      'metadata', r.metadata,
      'min_submitted', r.min_submitted,
      'inserted_at', r.inserted_at,
      'updated_at', r.updated_at,
      'suggestions', (
        select coalesce(
          json_agg(
            json_build_object(
              'question', s.question, 'agent', s.agent, 'value', s.value, 'score', s.score, 'type', s.type,
              'inserted_at', s.inserted_at, 'updated_at', s.updated_at
            )
            order by s.question, s.agent
          ),
          '[]'
        )
        from postil.suggestions as s
        where s.namespace = r.namespace
          and s.record_id = r.id
      ),
      'responses', (
        select coalesce(
          json_agg(
            json_build_object(
              'user', u.name, 'status', a.status, 'values', a."values",
              'inserted_at', a.inserted_at, 'updated_at', a.updated_at
            )
            order by u.name
          ),
          '[]'
        )
        from postil.responses as a
        join postil.users as u on u.id = a.user_id
        where a.namespace = r.namespace
          and a.record_id = r.id
      )
    )
  from postil.records as r
  where r.namespace = export_records.namespace
    and r.dataset = export_records.dataset
    and r.id > coalesce(after, '00000000-0000-0000-0000-000000000000')
  order by r.id
  limit least("limit", 10000)
$$;
comment on function postil.export_records(text, text, uuid, integer) is
  'Up to 10,000 records of a dataset by id, from after the given one, each with its suggestions and responses, as '
  'upsert_records takes them.';

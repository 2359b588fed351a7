create or replace function postil_private.record_rows(rows jsonb)
  returns table (
    id uuid,
    external_id text,
    fields jsonb,
    metadata jsonb,
    min_submitted integer,
    suggestions jsonb,
    responses jsonb,
    inserted_at timestamptz,
    updated_at timestamptz,
    index bigint
  )
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select *
  from rows from (
    jsonb_to_recordset(rows) as (
      id uuid, external_id text, fields jsonb, metadata jsonb, min_submitted integer,
      suggestions jsonb, responses jsonb, inserted_at timestamptz, updated_at timestamptz
    )
  ) with ordinality
$$;
comment on function postil_private.record_rows(jsonb) is
  'The rows of an upsert_records call as a table; index starts at 1.';

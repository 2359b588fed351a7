-- Definer: an import restores times and other people's responses, which nobody may write directly.
create or replace function postil.upsert_records(
  namespace text,
  dataset text,
  rows jsonb,
  on_error text default 'abort',
  dry_run boolean default false
)
  returns table (index bigint, id uuid, action text, code text, message text, details text, hint text)
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
  -- The planner thinks that the lookups of record_ids() are dear, and a server that compiles would do so in every call,
  -- which takes a hundred times longer than the lookups.
  set jit = off
as $$
#variable_conflict use_column
declare
  results jsonb := '[]';
begin
  perform postil_private.require_administer(namespace);
  perform postil_private.check_rows(rows, on_error);

  -- An exception is the only way to undo a part of a transaction; the variable survives it. Not PN000: a code that
  -- ends in three zeros catches its whole class.
  begin
    results := postil_private.try_write_records(namespace, dataset, rows, on_error);
    if dry_run then
      raise exception using errcode = 'PNDRY';
    end if;
  exception when sqlstate 'PNDRY' then
    null;
  end;

  return query
    select r.index, r.id, r.action, r.code, r.message, r.details, r.hint
    from jsonb_to_recordset(results) as r (
      index bigint, id uuid, action text, code text, message text, details text, hint text
    );
end
$$;
comment on function postil.upsert_records(text, text, jsonb, text, boolean) is
  'Adds or updates up to 10,000 records of a dataset, each with its suggestions and responses. A record is found by '
  'external_id, else by id; what a row leaves out stays as it is. One result per row, in order: {index (from 0), id, '
  'action: inserted | updated | unchanged | refused}, and for a refused one code, message, details, hint. '
  'on_error abort: a bad row undoes the call, and the error names all bad rows; report: the good rows are stored. '
  'dry_run: says what would happen and stores nothing.';

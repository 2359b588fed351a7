-- Each kind of problem among the rows that had none before, as these can be read.
create or replace function postil_private.refused_record_rows(namespace text, dataset text, rows jsonb, refusals jsonb)
  returns jsonb
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  refused jsonb := refusals;
  good record;
begin
  select * into good from postil_private.good_rows(rows, refused);
  refused := refused || (
    select coalesce(jsonb_object_agg(good.places[b.index], b.refusal), '{}')
    from postil_private.bad_times_of_rows(good.rows) as b
  );
  select * into good from postil_private.good_rows(rows, refused);
  return refused || (
    select coalesce(jsonb_object_agg(good.places[b.index], b.refusal), '{}')
    from postil_private.invalid_record_rows(namespace, dataset, good.rows) as b
  );
end
$$;
comment on function postil_private.refused_record_rows(text, text, jsonb, jsonb) is
  'All bad rows of an upsert_records call, those that are refused already and those that are not valid: '
  '{index of the row, from 1: refusal}.';

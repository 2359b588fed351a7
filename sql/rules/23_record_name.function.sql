create or replace function postil_private.record_name(namespace text, id uuid)
  returns text
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select format('record %s%s', r.id, ' (' || r.external_id || ')')
  from postil.records as r
  where r.namespace = record_name.namespace
    and r.id = record_name.id
$$;
comment on function postil_private.record_name(text, uuid) is
  'A record as errors name it: by its id and its external id.';

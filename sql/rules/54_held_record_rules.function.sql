create or replace function postil_private.held_record_rules(namespace text, dataset text)
  returns table (
    extra_metadata boolean,
    fields text[],
    properties text[],
    name text,
    field_type postil.field_type,
    required boolean,
    metadata_type postil.metadata_type,
    settings jsonb
  )
  language plpgsql
  volatile
  rows 10
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.hold_definition(namespace, dataset);
  return query select * from postil_private.record_rules(namespace, dataset);
end
$$;
comment on function postil_private.held_record_rules(text, text) is
  'record_rules() of now, which stay until the end of the transaction. Volatile: it must not see an older state.';

create or replace function postil_private.hold_definitions(namespace text, datasets text[])
  returns void
  language plpgsql
  volatile
  set search_path = ''
as $$
begin
  perform postil_private.hold_definition(hold_definitions.namespace, d.key)
  from (select distinct unnest(datasets) as key order by 1) as d;
end
$$;
comment on function postil_private.hold_definitions(text, text[]) is
  'hold_definition() of several datasets, in the order of their keys.';

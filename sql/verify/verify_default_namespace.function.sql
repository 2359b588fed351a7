create or replace function postil_private.verify_default_namespace()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'nothing is orphaned', 'namespace default is there and protected',
    1::bigint,
    count(*) filter (where n.protected is not true),
    min(wanted.key) filter (where n.protected is not true)
  from (values ('default')) as wanted (key)
  left join postil.namespaces as n on n.key = wanted.key
$$;
comment on function postil_private.verify_default_namespace() is
  'verify(): looks for namespace default, which nobody may delete.';

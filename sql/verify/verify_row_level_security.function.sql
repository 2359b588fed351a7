create or replace function postil_private.verify_row_level_security()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'you see what you may see', 'every table has row-level security',
    count(*),
    count(*) filter (where not c.relrowsecurity),
    min(c.oid::regclass::text) filter (where not c.relrowsecurity)
  from pg_catalog.pg_class as c
  where c.relnamespace = 'postil'::regnamespace
    and c.relkind in ('r', 'p')
$$;
comment on function postil_private.verify_row_level_security() is
  'verify(): looks for tables of the API without row-level security.';

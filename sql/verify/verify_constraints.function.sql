create or replace function postil_private.verify_constraints()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'a server serves only what it understands', 'every constraint is validated',
    count(*),
    count(*) filter (where not c.convalidated),
    min(format('%s %s', c.conrelid::regclass, c.conname)) filter (where not c.convalidated)
  from pg_catalog.pg_constraint as c
  where c.connamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
$$;
comment on function postil_private.verify_constraints() is
  'verify(): looks for constraints that hold for new rows only.';

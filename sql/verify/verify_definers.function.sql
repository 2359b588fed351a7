-- Else a caller could bring tables, types and functions of their own for it to use, with its owner's rights. An empty path is
-- not enough: then pg_temp is searched for types before pg_catalog, so a temporary domain could pose as type text.
create or replace function postil_private.verify_definers()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    judged as (
      select
        p.oid::regprocedure::text as object,
        not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false) as wrong
      from pg_catalog.pg_proc as p
      where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
        and p.prosecdef
    )
  select
    'you see what you may see', 'every function with its owner''s rights looks names up in pg_catalog first',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
$$;
comment on function postil_private.verify_definers() is
  'verify(): looks for SECURITY DEFINER functions that look names up where their caller says.';

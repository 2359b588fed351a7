-- uuidv7() of PostgreSQL 18 has a parsed body, which needs none.
select plan(1);
select is_empty(
  $$
    select p.oid::regprocedure
    from pg_proc as p
    where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and p.prosqlbody is null
      and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)
  $$
);
select * from finish();

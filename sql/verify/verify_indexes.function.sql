-- What CREATE INDEX CONCURRENTLY leaves behind when it fails.
create or replace function postil_private.verify_indexes()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    judged as (
      select i.indexrelid::regclass::text as object, not (i.indisvalid and i.indisready) as wrong
      from pg_catalog.pg_index as i
      join pg_catalog.pg_class as c on c.oid = i.indrelid
      where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
    )
  select
    'a server serves only what it understands', 'every index is valid',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
$$;
comment on function postil_private.verify_indexes() is
  'verify(): looks for indexes that PostgreSQL does not use.';

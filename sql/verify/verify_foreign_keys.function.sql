-- Each is kept by triggers of PostgreSQL's own, on both of its tables, which ALTER TABLE … DISABLE TRIGGER ALL disables.
create or replace function postil_private.verify_foreign_keys()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    judged as (
      select
        format('%s %s', c.conrelid::regclass, c.conname) as object,
        4 <> (
          select count(*)
          from pg_catalog.pg_trigger as t
          where t.tgconstraint = c.oid
            and t.tgenabled in ('O', 'A')
        ) as wrong
      from pg_catalog.pg_constraint as c
      where c.connamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
        and c.contype = 'f'
    )
  select
    'nothing is orphaned', 'every foreign key is enforced',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
$$;
comment on function postil_private.verify_foreign_keys() is
  'verify(): looks for foreign keys whose triggers are disabled.';

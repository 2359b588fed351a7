-- From first principles: nothing that a trigger maintains is trusted, everything is counted again. And what PostgreSQL
-- should be keeping is looked up in its catalogue.
-- Volatile, so that the checks, which are one statement, see what is there once the tables are held: TRUNCATE empties a
-- table even for a statement that began before. (A transaction with a snapshot of its own began before all the same.)
-- Definer: it looks at everything; only owners may ask.
create or replace function postil.verify()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if not postil_private.is_owner() then
    raise exception using
      errcode = 'PN403',
      message = 'only an owner may verify the whole database',
      hint = 'Ask an owner, or run it where the data are: postil verify';
  end if;
  perform postil_private.hold_tables();
  return query
    select * from postil_private.verify_status()
    union all
    select * from postil_private.verify_exclusion()
    union all
    select * from postil_private.verify_progress()
    union all
    select * from postil_private.verify_events()
    union all
    select * from postil_private.verify_rules()
    union all
    select * from postil_private.verify_triggers()
    union all
    select * from postil_private.verify_row_level_security()
    union all
    select * from postil_private.verify_policies()
    union all
    select * from postil_private.verify_grants()
    union all
    select * from postil_private.verify_definers()
    union all
    select * from postil_private.verify_migrations()
    union all
    select * from postil_private.verify_constraints()
    union all
    select * from postil_private.verify_indexes()
    union all
    select * from postil_private.verify_default_namespace()
    union all
    select * from postil_private.verify_foreign_keys()
    union all
    select * from postil_private.verify_references();
end
$$;
comment on function postil.verify() is
  'Recomputes every promise. One row per check: how many rows or objects were looked at, how many are wrong, and one of those.';

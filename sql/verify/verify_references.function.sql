-- A load under session_replication_role = replica, or a disabled trigger, gets past foreign keys; this does not
-- trust them.
create or replace function postil_private.verify_references()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
declare
  reference record;
begin
  for reference in
    select * from postil_private.foreign_keys()
  loop
    promise := 'nothing is orphaned';
    "check" := format('%s (%s) refers to %s', reference.from_table, reference.columns, reference.to_table);
    execute format(
      'select count(*), count(*) filter (where not found), min(named) filter (where not found) from ('
      'select %s as named, exists (select from %s as t where %s) as found from %s as f where %s) as looked',
      reference.named, reference.to_table, reference.same, reference.from_table, reference.refers
    ) into checked, wrong, example;
    return next;
  end loop;
end
$$;
comment on function postil_private.verify_references() is
  'verify(): counts the rows whose foreign key points nowhere, for every foreign key that exists.';

-- A load under session_replication_role = replica, or a disabled trigger, gets past foreign keys; this does not
-- trust them.
create or replace function postil_private.verify_references()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language plpgsql
  stable
  set search_path = ''
as $$
declare
  reference record;
begin
  for reference in
    select
      c.conrelid::regclass as from_table,
      c.confrelid::regclass as to_table,
      string_agg(format('f.%I = t.%I', f.attname, t.attname), ' and ' order by k.place) as same,
      string_agg(format('f.%I is not null', f.attname), ' and ' order by k.place) as refers,
      string_agg(f.attname, ', ' order by k.place) as columns,
      format('concat_ws(''/'', %s)', string_agg(format('f.%I', f.attname), ', ' order by k.place)) as named
    from pg_catalog.pg_constraint as c
    cross join lateral unnest(c.conkey, c.confkey) with ordinality as k (from_column, to_column, place)
    join pg_catalog.pg_attribute as f on f.attrelid = c.conrelid and f.attnum = k.from_column
    join pg_catalog.pg_attribute as t on t.attrelid = c.confrelid and t.attnum = k.to_column
    where c.contype = 'f'
      and c.connamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
    group by c.oid, c.conrelid, c.confrelid
    order by c.conrelid::regclass::text, c.confrelid::regclass::text
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

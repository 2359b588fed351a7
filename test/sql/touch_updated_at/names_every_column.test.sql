-- Whatever people may write, but for keys, which never change.
select plan(1);
select is_empty(
  $$
    select c.relname, a.attname
    from pg_trigger as t
    join pg_class as c on c.oid = t.tgrelid
    join pg_attribute as a on a.attrelid = c.oid
    join pg_index as i on i.indrelid = c.oid and i.indisprimary
    where t.tgname = '90_touch_updated_at'
      and a.attnum > 0
      and has_column_privilege('authenticated', c.oid, a.attnum, 'update')
      and a.attnum <> all (i.indkey)
      and a.attnum <> all (t.tgattr)
      and (c.relname, a.attname) <> ('records', 'dataset')
  $$
);
select * from finish();

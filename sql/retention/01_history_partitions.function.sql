create or replace function postil_private.history_partitions()
  returns table (name text, ends timestamptz)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    c.relname::text,
    substring(pg_catalog.pg_get_expr(c.relpartbound, c.oid) from 'TO \(''([^'']+)''\)')::timestamptz
  from pg_catalog.pg_inherits as i
  join pg_catalog.pg_class as c on c.oid = i.inhrelid
  where i.inhparent = 'postil_private.history'::regclass
    and c.relname <> 'history_rest'
  order by 2
$$;
comment on function postil_private.history_partitions() is
  'The parts of history, and the first moment that is no longer in each.';

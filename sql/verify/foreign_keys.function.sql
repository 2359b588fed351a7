-- For queries that are made of these texts, where the referring table is f and the other one t.
create or replace function postil_private.foreign_keys()
  returns table (
    from_table regclass,
    to_table regclass,
    on_delete "char",
    same text,
    refers text,
    columns text,
    named text
  )
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    c.conrelid::regclass,
    c.confrelid::regclass,
    c.confdeltype,
    string_agg(format('f.%I = t.%I', f.attname, t.attname), ' and ' order by k.place),
    string_agg(format('f.%I is not null', f.attname), ' and ' order by k.place),
    string_agg(f.attname, ', ' order by k.place),
    (
      select format('concat_ws(''/'', %s)', string_agg(format('f.%I', a.attname), ', ' order by p.place))
      from pg_catalog.pg_index as i
      cross join lateral unnest(i.indkey::smallint[]) with ordinality as p (attnum, place)
      join pg_catalog.pg_attribute as a on a.attrelid = i.indrelid and a.attnum = p.attnum
      where i.indrelid = c.conrelid
        and i.indisprimary
    )
  from pg_catalog.pg_constraint as c
  cross join lateral unnest(c.conkey, c.confkey) with ordinality as k (from_column, to_column, place)
  join pg_catalog.pg_attribute as f on f.attrelid = c.conrelid and f.attnum = k.from_column
  join pg_catalog.pg_attribute as t on t.attrelid = c.confrelid and t.attnum = k.to_column
  where c.contype = 'f'
    and c.connamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
  group by c.oid, c.conrelid, c.confrelid, c.confdeltype
  order by c.conrelid::regclass::text, c.confrelid::regclass::text
$$;
comment on function postil_private.foreign_keys() is
  'Every foreign key: its tables, its ON DELETE (as in pg_constraint), and parts for queries over it. named: the '
  'primary key of a row that refers.';

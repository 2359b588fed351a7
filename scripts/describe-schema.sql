-- Everything of schema postil that the documentation lists, in its order: one row per table, column, constraint,
-- trigger and function.
select 1 as part, c.relname::text as object, 0 as place, null::text as name, null::text as type,
  case c.relkind when 'v' then 'view' else 'table' end as detail, obj_description(c.oid, 'pg_class') as comment
from pg_catalog.pg_class as c
where c.relnamespace = 'postil'::regnamespace
  and c.relkind in ('r', 'v')
union all
select 2, c.relname::text, a.attnum, a.attname::text, format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end,
  case when a.attgenerated = 's' then 'generated' else pg_get_expr(d.adbin, d.adrelid) end,
  col_description(c.oid, a.attnum)
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
left join pg_catalog.pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
where c.relnamespace = 'postil'::regnamespace
  and c.relkind in ('r', 'v')
  and a.attnum > 0
  and not a.attisdropped
union all
select 3, c.relname::text, row_number() over (partition by c.oid order by array_position('{p,u,f,c}', k.contype::text), k.conname),
  k.conname::text, null, pg_get_constraintdef(k.oid), null
from pg_catalog.pg_constraint as k
join pg_catalog.pg_class as c on c.oid = k.conrelid
where c.relnamespace = 'postil'::regnamespace
  and k.contype in ('p', 'u', 'f', 'c')
union all
select 4, c.relname::text, row_number() over (partition by c.oid order by t.tgname), t.tgname::text, null,
  p.proname, obj_description(p.oid, 'pg_proc')
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_proc as p on p.oid = t.tgfoid
where c.relnamespace = 'postil'::regnamespace
  and not t.tgisinternal
union all
select 5, p.proname::text, 0, pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), null,
  obj_description(p.oid, 'pg_proc')
from pg_catalog.pg_proc as p
where p.pronamespace = 'postil'::regnamespace
  and p.prorettype <> 'trigger'::regtype
order by part, object, place

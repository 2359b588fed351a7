-- What the role of signed-in callers may do with each column of the API's tables and views.
select
  a.attrelid::bigint as table_id,
  a.attname::text as name,
  has_column_privilege('authenticated', a.attrelid, a.attnum, 'select') as readable,
  has_column_privilege('authenticated', a.attrelid, a.attnum, 'insert')
    or has_column_privilege('authenticated', a.attrelid, a.attnum, 'update') as writable
from pg_catalog.pg_attribute as a
join pg_catalog.pg_class as c on c.oid = a.attrelid
where c.relnamespace = 'postil'::regnamespace
  and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and a.attnum > 0
  and not a.attisdropped

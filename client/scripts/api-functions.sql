-- The functions of the API that the role of signed-in callers may execute.
select p.oid::bigint as id
from pg_catalog.pg_proc as p
where p.pronamespace = 'postil'::regnamespace
  and has_function_privilege('authenticated', p.oid, 'execute')

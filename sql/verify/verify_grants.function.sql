-- anon may enter schema postil, and finds nothing there. An object without an ACL has the default one, by which PUBLIC
-- may execute a function.
create or replace function postil_private.verify_grants()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    objects (object, acl) as (
      select format('%s', c.oid::regclass), coalesce(c.relacl, acldefault('r', c.relowner))
      from pg_catalog.pg_class as c
      where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
        and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      union all
      select format('%s.%I', f.attrelid::regclass, f.attname), f.attacl
      from pg_catalog.pg_attribute as f
      join pg_catalog.pg_class as c on c.oid = f.attrelid
      where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
        and f.attacl is not null
      union all
      select format('%s', p.oid::regprocedure), coalesce(p.proacl, acldefault('f', p.proowner))
      from pg_catalog.pg_proc as p
      where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      union all
      select 'schema ' || n.nspname, coalesce(n.nspacl, acldefault('n', n.nspowner))
      from pg_catalog.pg_namespace as n
      where n.nspname in ('postil', 'postil_private')
    ),
    judged as (
      select
        o.object,
        exists (
          select
          from aclexplode(o.acl) as a
          where (a.grantee = 0 or a.grantee = to_regrole('anon'))
            and (o.object, a.grantee, a.privilege_type) <> ('schema postil', to_regrole('anon'), 'USAGE')
        ) as wrong
      from objects as o
    )
  select
    'you see what you may see', 'nothing is granted to everybody',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
$$;
comment on function postil_private.verify_grants() is
  'verify(): looks for grants to PUBLIC and anon on schemas, tables, columns and functions.';

-- Without a policy a granted command finds no row; a second one would let through what the first holds back. A role that
-- row-level security does not hold back needs none.
create or replace function postil_private.verify_policies()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    granted as (
      select distinct c.oid as table_id, g.grantee, g.privilege_type as command
      from pg_catalog.pg_class as c
      cross join lateral (
        select a.grantee, a.privilege_type
        from aclexplode(c.relacl) as a
        union all
        select a.grantee, a.privilege_type
        from pg_catalog.pg_attribute as f
        cross join lateral aclexplode(f.attacl) as a
        where f.attrelid = c.oid
      ) as g
      left join pg_catalog.pg_roles as r on r.oid = g.grantee
      where c.relnamespace = 'postil'::regnamespace
        and c.relkind in ('r', 'p')
        and g.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        and g.grantee <> c.relowner
        and not coalesce(r.rolbypassrls, false)
    ),
    judged as (
      select
        format('%s %s', g.table_id::regclass, lower(g.command)) as object,
        1 <> (
          select count(*)
          from pg_catalog.pg_policy as p
          where p.polrelid = g.table_id
            and p.polcmd in ('*', case g.command when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w'
              else 'd' end)
            and p.polroles && array[0::oid, g.grantee]
        ) as wrong
      from granted as g
    )
  select
    'you see what you may see', 'every granted command has one policy',
    count(*), count(*) filter (where j.wrong), min(j.object) filter (where j.wrong)
  from judged as j
$$;
comment on function postil_private.verify_policies() is
  'verify(): compares the commands that are granted on each table with its policies.';

select plan(1);
select is_empty(
  $$
    select c.relname, command.name
    from pg_class as c
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as command (name)
    where c.relnamespace = 'postil'::regnamespace
      and c.relkind = 'r'
      and 1 <> (
        select count(*)
        from pg_policies as p
        where p.schemaname = 'postil'
          and p.tablename = c.relname
          and p.cmd = command.name
          and p.roles = '{authenticated}'
      )
  $$
);
select * from finish();

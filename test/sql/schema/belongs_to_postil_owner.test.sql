-- Who is no superuser.
select plan(3);
select is_empty(
  $$
    select c.oid::regclass
    from pg_class as c
    where c.relnamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and c.relowner <> 'postil_owner'::regrole
  $$
);
select is_empty(
  $$
    select p.oid::regprocedure
    from pg_proc as p
    where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and p.proowner <> 'postil_owner'::regrole
  $$
);
select isnt_superuser('postil_owner');
select * from finish();

-- The body of a function is read with the caller's rights, when a session first calls it. Who may not use postil_private
-- would fail there, though not in a test in which a superuser came first.
select plan(1);
select is_empty($$
  select p.oid::regprocedure, line
  from pg_proc as p
  join pg_language as l on l.oid = p.prolang
  cross join regexp_split_to_table(p.prosrc, E'\n') as line
  where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
    and l.lanname = 'plpgsql'
    and not p.prosecdef
    and p.prorettype = 'trigger'::regtype
    and line ~ 'postil_private\.'
    and line !~ '''[^'']*postil_private\.' -- As text.
$$);
select * from finish();

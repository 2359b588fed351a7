-- What to do about it. PNDRY undoes a dry run and is caught where it is raised.
select plan(1);
select is_empty(
  $$
    select p.oid::regprocedure, raised.statement[1]
    from pg_proc as p
    cross join regexp_matches(p.prosrc, 'raise exception using[^;]*''PN\d{3}''[^;]*;', 'g') as raised (statement)
    where p.pronamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and raised.statement[1] !~ 'hint = '
  $$
);
select * from finish();

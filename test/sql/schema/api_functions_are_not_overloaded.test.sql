-- PostgREST finds a function by its name and arguments; two of one name confuse it and its clients.
select plan(1);
select is_empty(
  $$
    select proname from pg_proc where pronamespace = 'postil'::regnamespace group by proname having count(*) > 1
  $$
);
select * from finish();

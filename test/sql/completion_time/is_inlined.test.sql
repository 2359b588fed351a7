-- Else each record whose count changes pays for a call.
select plan(2);
select test.dataset('letters');
select test.record('a');
create function pg_temp.plan() returns setof text language plpgsql as $$
begin
  return query execute
    'explain (verbose) select postil_private.completion_time(submitted_count, min_submitted, completed_at) '
    'from postil.records';
end
$$;
select is((select count(*) from pg_temp.plan() as line where line ~ 'COALESCE'), 1::bigint);
select is((select count(*) from pg_temp.plan() as line where line ~ 'completion_time'), 0::bigint);
select * from finish();

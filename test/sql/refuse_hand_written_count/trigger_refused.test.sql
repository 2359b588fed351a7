-- Neither below a trigger of somebody else's, nor below one that fires while responses are counted.
select plan(3);
select test.dataset('letters');
select test.record('a');
create temporary table bell (rung integer);
create function pg_temp.forge() returns trigger language plpgsql as $$
begin
  update postil.records set submitted_count = 7, completed_at = now();
  return null;
end
$$;
create trigger forge after insert on bell for each row execute function pg_temp.forge();
select throws_ok('insert into bell values (1)', 'PN403');
drop trigger forge on bell;
create trigger "99_forge" after insert on postil_private.progress for each row execute function pg_temp.forge();
select throws_ok($$ select test.respond('a', 'ana') $$, 'PN403');
drop trigger "99_forge" on postil_private.progress;
select test.respond('a', 'ana');
select is(test.state('a'), '1 of 1, completed');
select * from finish();

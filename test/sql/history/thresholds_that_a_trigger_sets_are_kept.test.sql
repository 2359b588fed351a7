-- Only those that follow their dataset's are not.
select plan(2);
select test.dataset('letters');
select test.record('a');
create temporary table bell (rung integer);
create function pg_temp.answer() returns trigger language plpgsql as $$
begin
  update postil.records set min_submitted = 7;
  return null;
end
$$;
create trigger answer after insert on bell for each row execute function pg_temp.answer();
truncate postil_private.history;
insert into bell values (1);
select is((select image ->> 'min_submitted' from postil.changes where "table" = 'records'), '1');
update postil.datasets set min_submitted = 2;
update postil.records set min_submitted = 5;
select is((select count(*) from postil.changes where "table" = 'records'), 2::bigint, 'the setting ends with the function');
select * from finish();

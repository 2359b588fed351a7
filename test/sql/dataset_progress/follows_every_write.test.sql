-- Compared with a count of everything after each.
select plan(11);
create function pg_temp.same() returns boolean language sql as $$
  select not exists (
    select from postil_private.progress_differences() as d where (d.records, d.completed, d.submitted) <> (0, 0, 0)
  )
$$;
select test.dataset('letters', min_submitted => 2), test.dataset('poems');
select test.record('a'), test.record('b'), test.record('c'), test.record('p', 'poems');
select ok(pg_temp.same(), 'records');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('b', 'ben', 'draft'), test.respond('p', 'ana');
select ok(pg_temp.same(), 'responses');
update postil.responses set status = 'submitted';
select ok(pg_temp.same(), 'submitted');
update postil.datasets set min_submitted = 3 - min_submitted;
select ok(pg_temp.same(), 'thresholds of datasets');
update postil.records set min_submitted = 9 where external_id = 'a';
select ok(pg_temp.same(), 'the threshold of a record');
delete from postil.users where name = 'ben';
select ok(pg_temp.same(), 'a user');
delete from postil.records where external_id = 'p';
select ok(pg_temp.same(), 'a record');
with gone as (delete from postil.responses) delete from postil.records where external_id = 'a';
select ok(pg_temp.same(), 'a record and its responses at once');
select test.respond('b', 'cleo'), test.respond('c', 'cleo');
truncate postil.responses;
select ok(pg_temp.same(), 'truncate of responses');
delete from postil.datasets where key = 'letters';
select ok(pg_temp.same(), 'a dataset');
select test.record('q', 'poems'), test.respond('q', 'cleo');
truncate postil.records cascade;
select ok(pg_temp.same(), 'truncate of records');
select * from finish();

-- Of every row that changes, also by what triggers maintain; a statement that changes nothing leaves it. All here is one
-- transaction, so rows are first given another number.
select plan(9);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('b', 'ana', 'draft');
create function pg_temp.renewed(of_table text, statement text) returns bigint language plpgsql as $$
declare
  renewed bigint;
begin
  execute format('update postil.%I set version = ''7''', of_table);
  execute statement;
  execute format('select count(*) from postil.%I where version = pg_current_xact_id()', of_table) into renewed;
  return renewed;
end
$$;
select is(pg_temp.renewed('records', $$ select test.respond('a', 'ana') $$), 1::bigint, 'a count');
select is(pg_temp.renewed('records', $$ update postil.datasets set min_submitted = 2 $$), 2::bigint, 'a threshold');
select is(pg_temp.renewed('records', $$ update postil.records set fields = '{"text": "x"}' where external_id = 'a' $$), 1::bigint);
select is(pg_temp.renewed('records', $$ update postil.records set fields = fields $$), 0::bigint);
select is(pg_temp.renewed('responses', $$ update postil.responses set status = 'draft' $$), 1::bigint);
select is(pg_temp.renewed('responses', $$ update postil.responses set status = 'submitted' $$), 2::bigint);
select is(
  pg_temp.renewed('responses', $$ select postil.deactivate_user(test.user('ana'), exclude_responses => true) $$), 2::bigint
);
select is(pg_temp.renewed('records', 'truncate postil.responses'), 0::bigint, 'excluded, so they counted no more');
select is(pg_temp.renewed('questions', $$ update postil.questions set title = 'Mood?' where name = 'mood' $$), 1::bigint);
select * from finish();

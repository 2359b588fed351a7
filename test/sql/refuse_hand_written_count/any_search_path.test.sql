-- However names are looked up where it is first called.
select plan(2);
select test.dataset('letters');
select test.record('a');
set local search_path = postil_private, tap;
select throws_ok('update postil.records set submitted_count = 1', 'PN403');
select test.respond('a', 'ana');
select is(test.state('a'), '1 of 1, completed');
select * from finish();

-- Nobody writes what triggers maintain; a superuser runs this.
select plan(4);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana');
select throws_ok('update postil.records set submitted_count = 0, completed_at = null', 'PN403');
select throws_ok('update postil.records set submitted_count = 2', 'PN403');
select throws_ok($$ update postil.records set completed_at = '2001-01-01' $$, 'PN403');
select is(test.state('a'), '1 of 1, completed');
select * from finish();

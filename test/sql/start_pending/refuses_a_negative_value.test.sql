select plan(1);
select test.dataset('letters');
select throws_ok($$ select test.record('a', min_submitted => -1) $$, 'PN422', 'record: min_submitted: -1 is not a number from 1');
select * from finish();

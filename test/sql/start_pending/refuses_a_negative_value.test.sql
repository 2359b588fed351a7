select plan(1);
select test.dataset('letters');
select throws_ok($$ select test.record('a', min_submitted => -1) $$, '23514');
select * from finish();

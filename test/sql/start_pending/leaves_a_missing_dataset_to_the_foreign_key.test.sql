select plan(1);
select throws_ok($$ select test.record('a', dataset => 'nowhere') $$, '23503');
select * from finish();

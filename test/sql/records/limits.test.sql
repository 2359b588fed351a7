select plan(5);
select test.dataset('letters');
select throws_ok($$ select test.record('') $$, 'PN422');
select throws_ok($$ select test.record(repeat('a', 501)) $$, 'PN422');
select test.record('a');
select throws_ok($$ update postil.records set fields = '[]' $$, 'PN422');
select throws_ok($$ update postil.records set metadata = '[]' $$, 'PN422');
select throws_ok($$ update postil.records set min_submitted = 0 $$, 'PN422');
select * from finish();

select plan(4);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana', 'draft');
select lives_ok($$ update postil.responses set values = null $$);
select throws_ok($$ update postil.responses set status = 'submitted' $$, 'PN422');
select throws_ok($$ update postil.responses set status = 'submitted', values = '{}' $$, 'PN422');
select throws_ok($$ update postil.responses set status = 'submitted', values = '[1]' $$, 'PN422');
select * from finish();

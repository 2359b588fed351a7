select plan(4);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana', 'draft');
select lives_ok($$ update postil.responses set values = null $$);
select throws_ok($$ update postil.responses set status = 'submitted' $$, '23514');
select throws_ok($$ update postil.responses set status = 'submitted', values = '{}' $$, '23514');
select throws_ok($$ update postil.responses set status = 'submitted', values = '[1]' $$, '23514');
select * from finish();

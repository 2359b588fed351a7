-- Else a response could move to another record, whose count would have to follow.
select plan(3);
select test.dataset('letters');
select test.record('a'), test.record('b');
select test.respond('a', 'ana'), test.user('ben');
select throws_ok($$ update postil.responses set record_id = test.id('b') $$, 'PN409');
select throws_ok($$ update postil.responses set user_id = test.user('ben') $$, 'PN409');
select lives_ok($$ update postil.responses set record_id = record_id, user_id = user_id, status = 'draft' $$);
select * from finish();

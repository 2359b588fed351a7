select plan(4);
select test.team();
select throws_ok($$ update postil.suggestions set record_id = test.id('b') $$, 'PN409');
select throws_ok($$ update postil.suggestions set question = 'temper' $$, 'PN409');
select throws_ok($$ update postil.suggestions set agent = 'another' $$, 'PN409');
select lives_ok($$ update postil.suggestions set agent = agent, question = question, score = '0.5' $$);
select * from finish();

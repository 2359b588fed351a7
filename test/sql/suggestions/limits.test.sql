select plan(4);
select test.team();
prepare suggest (text, text) as
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('team', test.id('b'), $1, $2, '1');
select throws_ok($$ execute suggest('', 'model') $$, '23514');
select throws_ok($$ execute suggest(repeat('a', 201), 'model') $$, '23514');
select throws_ok($$ execute suggest('mood', '') $$, '23514');
select throws_ok($$ execute suggest('mood', repeat('a', 201)) $$, '23514');
select * from finish();

select plan(4);
select test.team();
prepare suggest (text, text) as
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('team', test.id('b'), $1, $2, '1');
select throws_ok($$ execute suggest('', 'model') $$, 'PN422');
select throws_ok($$ execute suggest(repeat('a', 201), 'model') $$, 'PN422');
select throws_ok($$ execute suggest('mood', '') $$, 'PN422');
select throws_ok($$ execute suggest('mood', repeat('a', 201)) $$, 'PN422');
select * from finish();

-- Each row of a statement is checked against the questions of its own dataset.
select plan(3);
select test.dataset('letters'), test.dataset('poems'), test.dataset('letters', namespace => 'other');
select test.record('a'), test.record('p', 'poems'), test.record('o', namespace => 'other');
insert into postil.questions (namespace, dataset, name, type, required)
values ('default', 'poems', 'metre', 'text', false), ('other', 'letters', 'stamp', 'text', false);
prepare respond (text, text, text) as
insert into postil.responses (namespace, record_id, user_id, values)
select r.namespace, r.id, test.user('ana'), jsonb_build_object(given.question, '{"value": "x"}'::jsonb)
from (values ('a', $1), ('p', $2), ('o', $3)) as given (record, question)
join postil.records as r on r.external_id = given.record;
select throws_ok($$ execute respond('mood', 'metre', 'metre') $$, 'PN422');
select throws_ok($$ execute respond('stamp', 'metre', 'stamp') $$, 'PN422');
select lives_ok($$ execute respond('mood', 'metre', 'stamp') $$);
select * from finish();

-- Submitted with all required questions; others with some, or none.
select plan(5);
select test.dataset('letters'), test.record('a');
prepare respond (text, text, jsonb) as
insert into postil.responses (namespace, record_id, user_id, status, values)
values ('default', test.id('a'), test.user($1), $2::postil.response_status, $3);
select lives_ok($$ execute respond('ana', 'submitted', '{"mood": {"value": "good"}}') $$);
select lives_ok($$ execute respond('ben', 'submitted', '{"mood": {"value": "good"}, "topics": {"value": ["war"]}}') $$);
select lives_ok($$ execute respond('cleo', 'draft', '{"topics": {"value": ["war"]}}') $$);
select lives_ok($$ execute respond('dan', 'draft', null) $$);
select lives_ok($$ execute respond('eve', 'discarded', '{}') $$);
select * from finish();

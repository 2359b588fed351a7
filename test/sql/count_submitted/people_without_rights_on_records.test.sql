-- An annotator may not write records, and still completes one by responding.
select plan(2);
select test.team();
select test.act_as('annotator');
insert into postil.responses (namespace, record_id, status, values)
values ('team', test.id('b'), 'submitted', '{"mood": {"value": "good"}}');
select is(test.state('b'), '1 of 1, completed');
update postil.responses set status = 'draft' where record_id = test.id('b');
select is(test.state('b'), '0 of 1, pending');
select * from finish();

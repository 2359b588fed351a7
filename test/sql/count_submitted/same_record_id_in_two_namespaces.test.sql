-- An id is unique within its namespace only.
select plan(2);
select test.dataset('letters', namespace => 'one'), test.dataset('letters', namespace => 'two');
select test.record('a', namespace => 'one');
insert into postil.records (namespace, id, dataset, external_id, fields)
values ('two', test.id('a'), 'letters', 'b', '{}');

insert into postil.responses select * from test.response('a', 'ana');
select is(test.state('a'), '1 of 1, completed');
select is(test.state('b'), '0 of 1, pending');
select * from finish();

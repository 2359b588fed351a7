-- Editing an answer does not touch its record: the row stays the same version.
select plan(2);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana');
create temporary table before as select ctid as place, * from postil.records;

update postil.responses set values = '{"mood": {"value": "bad"}}';
update postil.responses set status = 'submitted';
select is(test.state('a'), '1 of 1, completed');
select results_eq(
  'select ctid as place from postil.records', 'select place from before', 'the row has not been written again'
);
select * from finish();

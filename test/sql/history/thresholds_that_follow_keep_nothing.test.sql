-- The dataset's own image tells of them; that of a record's own threshold is kept.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.record('b');
truncate postil_private.history;
update postil.datasets set min_submitted = 2;
select results_eq('select "table" from postil.changes', array['datasets']);
update postil.records set min_submitted = 3 where external_id = 'a';
select is((select image ->> 'min_submitted' from postil.changes where "table" = 'records'), '2');
select * from finish();

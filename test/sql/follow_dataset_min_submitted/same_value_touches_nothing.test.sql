-- Renaming a dataset, or setting the value it has, does not write its records again.
select plan(1);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b', min_submitted => 3);
create temporary table before as select ctid as place from postil.records;

update postil.datasets set name = 'Letters';
update postil.datasets set min_submitted = 2;
select set_eq('select ctid as place from postil.records', 'select place from before');
select * from finish();

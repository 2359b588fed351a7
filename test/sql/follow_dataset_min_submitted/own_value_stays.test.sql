-- A record with a value of its own keeps it; one that has the dataset's value follows, however it came by it.
select plan(4);
select test.dataset('letters', min_submitted => 2);
select test.record('own', min_submitted => 3), test.record('same', min_submitted => 2), test.record('plain');
select test.record('changed');
update postil.records set min_submitted = 5 where external_id = 'changed';

update postil.datasets set min_submitted = 4 where key = 'letters';
select is(test.state('own'), '0 of 3, pending');
select is(test.state('same'), '0 of 4, pending');
select is(test.state('plain'), '0 of 4, pending');
select is(test.state('changed'), '0 of 5, pending');
select * from finish();

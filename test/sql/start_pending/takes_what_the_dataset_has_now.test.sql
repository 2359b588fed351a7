-- The value after a change in the same transaction, not the one before.
select plan(1);
select test.dataset('letters', min_submitted => 3);
update postil.datasets set min_submitted = 4 where key = 'letters';
select test.record('a');
select is(test.state('a'), '0 of 4, pending');
select * from finish();

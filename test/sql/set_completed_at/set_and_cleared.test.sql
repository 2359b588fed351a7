-- Set to the time of the transaction when a record is completed, null while it is pending.
select plan(3);
select test.dataset('letters');
select test.record('a');
select is((select completed_at from postil.records), null);
select test.respond('a', 'ana');
select is((select completed_at from postil.records), now());
delete from postil.responses;
select is((select completed_at from postil.records), null);
select * from finish();

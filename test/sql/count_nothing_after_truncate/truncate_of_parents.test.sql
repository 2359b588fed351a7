-- TRUNCATE users CASCADE empties the responses and leaves the records.
select plan(1);
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana');

truncate postil.users cascade;
select is(test.state('a'), '0 of 1, pending');
select * from finish();

-- An import restores the times it was given.
select plan(1);
select test.dataset('letters');
select test.record('a');
update postil.records set metadata = '{"language": "en"}', updated_at = '2001-01-01';
select is((select updated_at from postil.records), '2001-01-01');
select * from finish();

-- By a cascade and by TRUNCATE too.
select plan(2);
select test.dataset('letters'), test.dataset('poems');
select test.record('a'), test.record('b'), test.record('p', 'poems'), test.record('q', 'poems');
delete from postil.datasets where key = 'letters';
delete from postil.records where external_id = 'p';
select is(
  array(select dataset || ' ' || type || ' ' || cardinality(record_ids) from postil_private.outbox order by id),
  array['letters record.deleted 2', 'poems record.deleted 1']
);
truncate postil.records cascade;
select is((select count(*) from postil_private.outbox), 3::bigint);
select * from finish();

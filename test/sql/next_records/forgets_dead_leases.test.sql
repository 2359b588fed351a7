-- So that the table holds little more than what people have in hand.
select plan(2);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
select test.record(name) from unnest(array['a', 'b', 'c']) as name;
select is(test.next('ana', 2), 'a b');
select test.respond('a', 'ana'), test.respond('b', 'ana');
select test.next('ana');
select results_eq('select record_id from postil_private.leases', $$ values (test.id('c')) $$);
select * from finish();

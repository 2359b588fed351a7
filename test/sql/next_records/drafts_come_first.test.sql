-- Then what one holds, then the new.
select plan(3);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
select test.record(name) from unnest(array['a', 'b', 'c', 'd']) as name;
select is(test.next('ana', 2), 'a b');
select test.respond('d', 'ana', 'draft');
select is(test.next('ana'), 'd');
select is(test.next('ana', 4), 'd a b c');
select * from finish();

-- Pending ones, by id, of that dataset alone.
select plan(4);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters'), test.dataset('poems'), test.dataset('letters', namespace => 'team');
select test.record('p', 'poems'), test.record('t', namespace => 'team');
select test.record(name) from unnest(array['a', 'b', 'c', 'd']) as name;
select test.respond('b', 'somebody');
select is(test.next('ana'), 'a');
select is(test.next('ben', 5), 'c d', 'b is completed, and a is held');
select is(test.next('cyd'), null);
select is((select count(*) from postil_private.leases), 3::bigint);
select * from finish();

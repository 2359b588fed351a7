-- One's own, some or all.
select plan(6);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b');
select test.next('ana', 2), test.next('ben', 2);
select is(test.next('cyd', 2), null);
select test.act_as('ana');
select is(postil.release_records('default', array[test.id('a')]), 1);
select is(postil.release_records('elsewhere'), 0);
select is(test.next('cyd', 2), 'a');
select test.act_as('ana');
select is(postil.release_records('default'), 1);
select is(test.next('dan', 2), 'b', 'ben still holds both');
select * from finish();

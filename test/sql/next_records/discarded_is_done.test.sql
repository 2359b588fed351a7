-- skip_policy done: a place is used up. The status does not care.
select plan(5);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters', min_submitted => 2);
update postil.datasets set skip_policy = 'done';
select test.record('a');
select is(test.next('ana'), 'a');
select test.respond('a', 'ana', 'discarded');
select is(test.next('ana'), null);
select is(test.next('ben'), 'a');
select is(test.next('cyd'), null);
select is(test.state('a'), '0 of 2, pending');
select * from finish();

-- Whoever responds without having been given a record takes a place all the same.
select plan(2);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters', min_submitted => 2);
select test.record('a');
select is(test.next('ana'), 'a');
select test.respond('a', 'somebody');
select is(test.next('ben'), null);
select * from finish();

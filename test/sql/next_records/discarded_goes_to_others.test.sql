-- skip_policy others, the default: never back to oneself.
select plan(4);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
select test.record('a');
select is(test.next('ana'), 'a');
select test.respond('a', 'ana', 'discarded');
select is(test.next('ana'), null);
select is(test.next('ben'), 'a');
select test.respond('a', 'ben', 'discarded');
select is(test.next('cyd'), 'a');
select * from finish();

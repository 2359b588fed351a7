-- Not given again when others have taken the last place.
select plan(2);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
select test.record('a');
select test.respond('a', 'ana', 'draft');
select is(test.next('ben'), 'a');
select is(test.next('ana'), null);
select * from finish();

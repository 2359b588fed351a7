-- min_submitted, less the submitted responses, less those who hold it.
select plan(5);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b', min_submitted => 1);
select is(test.next('ana', 5), 'a b');
select is(test.next('ben', 5), 'a', 'b is needed once only');
select is(test.next('cyd', 5), null);
select test.respond('a', 'ana');
select is(test.next('cyd', 5), null, 'one response, and one who holds it');
update postil.datasets set min_submitted = 3;
select is(test.next('cyd', 5), 'a');
select * from finish();

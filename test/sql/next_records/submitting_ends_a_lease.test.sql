-- Nothing is written to say so; the place is the response's then, and free again when it is taken back.
select plan(5);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b');
select is(test.next('ana'), 'a');
select test.respond('a', 'ana');
select is(test.next('ben'), 'a');
select is(test.next('ben', 2), 'a b', 'one place is the response''s, one is ben''s');
delete from postil.responses;
select is(test.next('cyd'), 'a', 'the lease of the response''s user did not come alive again');
select is(test.next('ana'), 'b');
select * from finish();

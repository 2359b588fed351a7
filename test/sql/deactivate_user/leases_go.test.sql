-- At once, so that others are given the records.
select plan(4);
select test.dataset('letters'), test.record('a');
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben']) as name;
select is(test.next('ana'), 'a');
select is(test.next('ben'), null);
select postil.deactivate_user(test.user('ana'));
select is(test.next('ben'), 'a');
select throws_ok($$ select test.next('ana') $$, 'PN403');
select * from finish();

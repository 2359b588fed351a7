select plan(4);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben', 'cyd', 'dan']) as name;
select test.dataset('letters');
select test.record('a');
select is(test.next('ana'), 'a');
select test.later(899);
select is(test.next('ben'), null);
select test.later(1);
select is(test.next('ben'), 'a');
select results_eq(
  'select user_id from postil_private.leases', $$ values (test.user('ben')) $$, 'the old one is gone'
);
select * from finish();

-- All that there are by now, and what was told is undone.
select plan(7);
select test.dataset('letters'), test.record('a'), test.record('b'), test.member('ana', 'default', 'annotator');
select test.respond('a', 'ana'), test.respond('b', 'ana', 'draft');
select postil.deactivate_user(test.user('ana'), true);
update postil.responses set status = 'submitted';
select is(array[test.state('a'), test.state('b')], array['0 of 1, pending', '0 of 1, pending']);
delete from postil_private.outbox;
select is(
  (select array[u.responses_excluded::text, u.deactivated_at::text] from postil.reactivate_user(test.user('ana')) as u),
  array['false', null]
);
select is(array[test.state('a'), test.state('b')], array['1 of 1, completed', '1 of 1, completed']);
select results_eq('select * from test.told()', array['a completed', 'b completed']);
select lives_ok($$ select postil.reactivate_user(test.user('ana')) $$, 'again');
select is_empty('select * from postil.verify() where wrong > 0');
select test.act_as('ana');
select is((select count(*) from postil.responses), 2::bigint, 'and they see them');
select * from finish();

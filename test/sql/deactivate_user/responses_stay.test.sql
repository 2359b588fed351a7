-- And count, unless that is asked for.
select plan(4);
select test.dataset('letters'), test.record('a'), test.respond('a', 'ana');
select is(
  (select array[u.name, u.responses_excluded::text, (u.deactivated_at = now())::text]
    from postil.deactivate_user(test.user('ana')) as u),
  array['ana', 'false', 'true'], 'returns the user'
);
select is(test.state('a'), '1 of 1, completed');
select is((select array_agg(excluded) from postil.responses), array[false]);
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();

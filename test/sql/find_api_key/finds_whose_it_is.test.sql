select plan(4);
select test.act_as('ana');
create temporary table made as
select m.* from postil.create_api_key('forever') as m
union all
select m.* from postil.create_api_key('a day', expires_at => now() + interval '1 day') as m;
select test.act_as_superuser();
select is(
  (
    select count(*)
    from made as m
    cross join lateral postil_private.find_api_key(sha256(convert_to(m.api_key, 'UTF8'))) as found
    where found.user_id = test.user('ana')
  ),
  2::bigint
);
select results_eq(
  $$
    select found.expires_at
    from made as m
    cross join lateral postil_private.find_api_key(sha256(convert_to(m.api_key, 'UTF8'))) as found
    order by found.expires_at nulls last
  $$,
  array[now() + interval '1 day', null]
);
select is_empty($$ select from postil_private.find_api_key(sha256('postil_guess')) $$, 'a guess');
select is_empty($$ select from postil_private.find_api_key(null) $$);
select * from finish();

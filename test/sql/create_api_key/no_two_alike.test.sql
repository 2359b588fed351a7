select plan(1);
select test.act_as('ana');
select is(
  (
    select count(distinct made.api_key)
    from generate_series(1, 100) as n
    cross join lateral postil.create_api_key('key ' || n) as made
  ),
  100::bigint
);
select * from finish();

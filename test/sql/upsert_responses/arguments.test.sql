select plan(7);
select test.team();
select test.act_as('annotator');
create function pg_temp.rows(n integer) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object('record_id', test.id('b'))) from generate_series(1, n)
$$;
select throws_ok($$ select postil.upsert_responses('team', '{}') $$, 'PN422');
select throws_ok($$ select postil.upsert_responses('team', null) $$, 'PN422');
select throws_ok($$ select postil.upsert_responses('team', '[]', 'ignore') $$, 'PN422');
select throws_ok($$ select postil.upsert_responses('team', '[]', null) $$, 'PN422');
select throws_ok($$ select postil.upsert_responses('team', pg_temp.rows(10001)) $$, 'PN422');
select is((select count(*) from postil.upsert_responses('team', pg_temp.rows(10000), 'report')), 10000::bigint);
select is_empty($$ select from postil.upsert_responses('team', '[]') $$, 'no rows, no results');
select * from finish();

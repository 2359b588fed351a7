select plan(2);
select test.team();
create function test.one_is_stored(whose text) returns setof integer language sql as $$
  select 1
  from postil.upsert_responses('team', jsonb_build_array(
    jsonb_build_object('record_id', test.id('b'), 'user_id', whose)
  )) as r
  where r.action = 'inserted'
$$;
select is(
  test.who_can($$ select test.one_is_stored(:me) $$), 'owner admin reviewer annotator service_role', 'own'
);
select is(
  test.who_can($$ select test.one_is_stored(test.user('colleague')::text) $$), 'owner admin service_role',
  'in the name of others'
);
select * from finish();

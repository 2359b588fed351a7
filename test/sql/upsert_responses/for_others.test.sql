-- Admins, by name or id; nobody else, and they do not learn who exists.
select plan(4);
select test.team();
select test.act_as('admin');
select results_eq(
  $$
    select user_id, action, code, message from postil.upsert_responses('team', jsonb_build_array(
      jsonb_build_object('record_id', test.id('b'), 'user', 'colleague'),
      jsonb_build_object('record_id', test.id('b'), 'user_id', test.user('reviewer')),
      jsonb_build_object('record_id', test.id('b'), 'user', 'nobody'),
      jsonb_build_object('record_id', test.id('b'), 'user_id', '01980000-0000-7000-8000-000000000000'),
      jsonb_build_object('record_id', test.id('b'), 'user_id', test.user('reviewer'), 'user', 'reviewer')
    ), 'report')
  $$,
  $$
    values (test.user('colleague'), 'inserted', null, null), (test.user('reviewer'), 'inserted', null, null),
      (null, 'refused', 'PN422', 'there is no user ''nobody'''),
      ('01980000-0000-7000-8000-000000000000', 'refused', 'PN422',
        'there is no user ''01980000-0000-7000-8000-000000000000'''),
      (null, 'refused', 'PN422', 'it says twice whose it is')
  $$
);
select test.act_as('annotator');
select results_eq(
  $$
    select action, message from postil.upsert_responses('team', jsonb_build_array(
      jsonb_build_object('record_id', test.id('b'), 'user', 'colleague'),
      jsonb_build_object('record_id', test.id('b'), 'user', 'nobody'),
      jsonb_build_object('record_id', test.id('b'), 'user_id', test.user('colleague'))
    ), 'report')
  $$,
  $$
    values ('refused', 'not allowed to answer for others'), ('refused', 'not allowed to answer for others'),
      ('refused', 'not allowed to answer for others')
  $$
);
select results_eq(
  $$
    select action from postil.upsert_responses('team', jsonb_build_array(
      jsonb_build_object('record_id', test.id('b'), 'user', 'annotator'),
      jsonb_build_object('record_id', test.id('a'), 'user_id', test.user('annotator'), 'status', 'draft')
    ))
  $$,
  array['inserted', 'updated'], 'one may say that one is oneself'
);
select test.act_as('service_role');
select throws_ok(
  $$ select postil.upsert_responses('team', jsonb_build_array(jsonb_build_object('record_id', test.id('b')))) $$,
  'PN422', 'row 0: it does not say whose it is'
);
select * from finish();

-- Who is excluded gets no new ones, by whatever path; those that are there may be changed, and go on not to count.
select plan(8);
select test.team();
select postil.deactivate_user(test.user('colleague'), true);
select throws_ok($$ insert into postil.responses select * from test.response('b', 'colleague') $$, 'PN409');
select throws_ok($$ insert into postil.responses select * from test.response('b', 'colleague', 'draft') $$, 'PN409');
select throws_ok(
  $$ insert into postil.responses select * from test.response('b', 'viewer') union all select * from test.response('b', 'colleague') $$,
  'PN409', null, 'among others'
);
select test.act_as('admin');
select results_eq(
  $$
    select w.action, w.code
    from postil.upsert_responses('team', jsonb_build_array(
      jsonb_build_object('record_id', test.id('b'), 'user', 'colleague', 'status', 'draft'),
      jsonb_build_object('record_id', test.id('b'), 'user', 'reviewer', 'status', 'draft'),
      jsonb_build_object('record_id', test.id('a'), 'user', 'colleague', 'status', 'draft')
    ), 'report') as w
  $$,
  $$ values ('refused', 'PN409'), ('inserted', null), ('updated', null) $$
);
select throws_ok(
  $$
    select * from postil.upsert_records('team', 'letters', '[{"external_id": "b", "responses":
      [{"user": "colleague", "status": "submitted", "values": {"mood": {"value": "good"}}}]}]')
  $$,
  'PN409'
);
select test.act_as_superuser();
update postil.responses set status = 'submitted' where user_id = test.user('colleague');
select is(test.state('a'), '3 of 1, completed');
select lives_ok($$ insert into postil.responses select * from test.response('b', 'viewer') $$, 'others respond as ever');
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();

select plan(4);
select test.team();
select test.member('annotator', 'default', 'viewer');
select test.act_as('annotator');
select results_eq(
  'select id, name collate "C", owner, members from postil.me()',
  $$ values (test.user('annotator'), 'annotator' collate "C", false, '{"team": "annotator", "default": "viewer"}'::jsonb) $$
);
select test.act_as('owner');
select results_eq(
  'select owner, members from postil.me()', $$ values (true, '{}'::jsonb) $$, 'an owner needs no membership'
);
select test.act_as('service_role');
select is_empty('select from postil.me()', 'not a user');
select test.act_as('anon');
select throws_ok('select from postil.me()', '42501');
select * from finish();

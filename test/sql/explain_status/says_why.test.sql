-- In plain words, to whoever may see it all.
select plan(5);
select test.team();
update postil.datasets set min_submitted = 3 where namespace = 'team';
update postil.responses set updated_at = '2026-01-02 03:04+00';
update postil.responses set status = 'draft', updated_at = '2026-01-02 03:03+00' where user_id = test.user('admin');
update postil.responses set status = 'discarded', updated_at = '2026-01-02 03:05+00'
where user_id = test.user('colleague');
insert into postil_private.leases (namespace, record_id, user_id, snapshot, expires_at)
values ('team', test.id('a'), test.user('viewer'), pg_current_snapshot(), '2126-01-02 03:04+00'),
  ('team', test.id('a'), test.user('annotator'), pg_current_snapshot(), '2126-01-02 03:04+00');
update postil_private.outbox set at = '2026-01-02 03:06+00', user_id = test.user('admin'), role = 'authenticated';
select test.act_as('reviewer');
create temporary table told as select * from postil.explain_status('team', test.id('a'));
select results_eq(
  'select status, submitted_count, min_submitted, dataset_min_submitted from told',
  $$ values ('pending'::postil.record_status, 2, 3, 3) $$
);
select is(
  (select explanation from told),
  'Pending: 2 of 3 submitted responses. That many are asked for by its dataset. '
  'annotator submitted on 2026-01-02 03:04 UTC. reviewer submitted on 2026-01-02 03:04 UTC. '
  'admin''s is a draft and does not count. colleague discarded it, which does not count. '
  'viewer has it until 2126-01-02 03:04 UTC. It was re-opened on 2026-01-02 03:06 UTC by admin.'
);
select is(
  (select details - 'responses' - 'last_flips' from told),
  jsonb_build_object(
    'threshold', '{"min_submitted": 3, "from": "dataset"}'::jsonb,
    'completed_at', null,
    'other_responses', '{}'::jsonb,
    'leases', jsonb_build_array(jsonb_build_object(
      'user_id', test.user('viewer'), 'user', 'viewer', 'expires_at', '2126-01-02 03:04+00'::timestamptz
    )),
    'other_leases', 0
  )
);
select is((select jsonb_array_length(details -> 'responses') from told), 4);
select is(
  (select details -> 'responses' -> 0 from told),
  jsonb_build_object(
    'user_id', test.user('admin'), 'user', 'admin', 'status', 'draft', 'excluded', false,
    'updated_at', '2026-01-02 03:03+00'::timestamptz
  )
);
select * from finish();

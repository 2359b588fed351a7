-- Of others' responses and leases: neither what they are, nor whose.
select plan(3);
select test.team();
update postil.responses set updated_at = '2026-01-02 03:04+00';
update postil.responses set status = 'draft' where user_id = test.user('colleague');
insert into postil_private.leases (namespace, record_id, user_id, expires_at)
values ('team', test.id('a'), test.user('viewer'), now() + '1 hour'::interval);
update postil_private.outbox set at = '2026-01-02 03:05+00', user_id = test.user('colleague'), role = 'authenticated';
select test.act_as('annotator');
create temporary table told as select * from postil.explain_status('team', test.id('a'));
select is(
  (select explanation from told),
  'Completed: 3 of 1 submitted responses. That many are asked for by its dataset. '
  'annotator submitted on 2026-01-02 03:04 UTC. You may not see 3 more: 2 submitted, 1 draft. '
  'It is with somebody whom you may not see. It was completed on 2026-01-02 03:05 UTC by somebody.'
);
select is(
  (select details - 'responses' - 'completed_at' - 'last_flips' from told),
  '{"threshold": {"min_submitted": 1, "from": "dataset"}, "other_responses": {"submitted": 2, "draft": 1}, "leases": [],
    "other_leases": 1}'
);
select is((select jsonb_path_query_array(details, '$.responses[*].user') from told), '["annotator"]');
select * from finish();

-- In words, and by numbers to whom they may not see.
select plan(5);
select test.team();
update postil.datasets set min_submitted = 4 where namespace = 'team';
update postil.responses set updated_at = '2026-01-02 03:04+00';
select postil.deactivate_user(test.user('reviewer'), true), postil.deactivate_user(test.user('colleague'), true);
delete from postil_private.outbox;
select test.act_as('viewer');
select is(
  (select explanation from postil.explain_status('team', test.id('a'))),
  'Pending: 2 of 4 submitted responses. That many are asked for by its dataset. '
  'admin submitted on 2026-01-02 03:04 UTC. annotator submitted on 2026-01-02 03:04 UTC. '
  'colleague submitted on 2026-01-02 03:04 UTC, and is deactivated, with responses that do not count. '
  'reviewer submitted on 2026-01-02 03:04 UTC, and is deactivated, with responses that do not count.'
);
select is(
  (
    select jsonb_path_query_array(e.details, '$.responses[*] ? (@.excluded == true).user')
    from postil.explain_status('team', test.id('a')) as e
  ),
  '["colleague", "reviewer"]'
);
select test.act_as('annotator');
select is(
  (select explanation from postil.explain_status('team', test.id('a'))),
  'Pending: 2 of 4 submitted responses. That many are asked for by its dataset. '
  'annotator submitted on 2026-01-02 03:04 UTC. '
  'You may not see 3 more: 1 submitted, 2 submitted, of deactivated users, which do not count.'
);
select is(
  (select details -> 'other_responses' from postil.explain_status('team', test.id('a'))), '{"submitted": 1, "excluded": 2}'
);
select test.act_as_superuser();
select postil.deactivate_user(test.user('reviewer'));
select test.act_as('viewer');
select matches(
  (select explanation from postil.explain_status('team', test.id('a'))), 'reviewer submitted on [^,]* UTC\.',
  'one whose responses count is told as ever'
);
select * from finish();

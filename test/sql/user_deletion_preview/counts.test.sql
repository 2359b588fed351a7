-- By status and dataset; a record re-opens when it has no response to spare.
select plan(3);
select test.dataset('diaries', namespace => 'team'), test.dataset('letters'), test.dataset('empty');
select test.record('a'), test.record('b'), test.record('c'), test.record('d'), test.record('e', 'diaries', namespace => 'team'),
  test.record('f', min_submitted => 2);
select test.respond('a', 'ana'), test.respond('b', 'ana'), test.respond('b', 'ben'), test.respond('c', 'ana', 'draft'),
  test.respond('d', 'ana', 'discarded'), test.respond('e', 'ana'), test.respond('f', 'ana'), test.respond('a', 'ben', 'draft');
select test.member('ana', 'team', 'reviewer');
select test.user('nobody');
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('ana'), 'k', 'p', sha256('k'));
select results_eq(
  $$
    select name, responses, submitted, draft, discarded, reopens, memberships, api_keys
    from postil.user_deletion_preview(test.user('ana'))
  $$,
  $$ values ('ana', 6::bigint, 4::bigint, 1::bigint, 1::bigint, 2::bigint,
    '[{"namespace": "team", "role": "reviewer"}]'::jsonb, 1::bigint) $$
);
select is(
  (select datasets from postil.user_deletion_preview(test.user('ana'))),
  '[
    {"namespace": "default", "dataset": "letters", "submitted": 3, "draft": 1, "discarded": 1, "reopens": 1},
    {"namespace": "team", "dataset": "diaries", "submitted": 1, "draft": 0, "discarded": 0, "reopens": 1}
  ]'
);
select results_eq(
  $$ select responses, datasets, memberships from postil.user_deletion_preview(test.user('nobody')) $$,
  $$ values (0::bigint, '[]'::jsonb, '[]'::jsonb) $$
);
select * from finish();

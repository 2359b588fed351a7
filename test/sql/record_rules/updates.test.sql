-- Also what is edited later is checked; and what triggers maintain is not.
select plan(7);
select test.dataset('letters'), test.record('a');
update postil.datasets set allow_extra_metadata = false;
select throws_ok($$ update postil.records set fields = '{"text": 1}' $$, 'PN422', 'record: field text: is not a text');
select throws_ok($$ update postil.records set fields = '{"colour": "red"}' $$, 'PN422');
select throws_ok($$ update postil.records set metadata = '{"n": 1}' $$, 'PN422');
select throws_ok(
  $$
    insert into postil.records (namespace, dataset, external_id, fields) values ('default', 'letters', 'a', '{}')
    on conflict (external_id, namespace, dataset) do update set fields = '{"text": 1}'
  $$,
  'PN422'
);
select lives_ok($$ update postil.records set fields = '{"text": "b"}' $$);
set local session_replication_role = replica; -- As an older version may have left it.
update postil.records set fields = '{"text": 1}';
set local session_replication_role = origin;
select lives_ok($$ select test.respond('a', 'ana') $$, 'its status follows all the same');
select is(test.state('a'), '1 of 1, completed');
select * from finish();

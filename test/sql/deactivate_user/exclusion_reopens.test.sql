-- Those that need it, and no others; drafts and discards counted never.
select plan(8);
select test.dataset('letters', min_submitted => 2);
select test.record('a'), test.record('b'), test.record('c'), test.record('d');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.respond('b', 'ana'), test.respond('b', 'ben'), test.respond('b', 'cleo');
select test.respond('c', 'ana', 'draft'), test.respond('d', 'ana', 'discarded');
select ok((postil.deactivate_user(test.user('ana'), exclude_responses => true)).responses_excluded);
select is(
  array[test.state('a'), test.state('b'), test.state('c'), test.state('d')],
  array['1 of 2, pending', '2 of 2, completed', '0 of 2, pending', '0 of 2, pending']
);
select is(array(select excluded from postil.responses where user_id = test.user('ana')), array[true, true, true, true]);
select is((select count(*) from postil.responses where excluded), 4::bigint, 'nobody else''s');
select results_eq('select * from test.told()', array['a completed', 'b completed', 'a reopened']);
select results_eq(
  $$ select * from postil.dataset_progress('default', 'letters') $$,
  'values (4::bigint, 1::bigint, 3::bigint, 3::bigint, 1::bigint, 1::bigint, 2::bigint)', 'shown apart'
);
select results_eq(
  $$ select * from postil.user_progress('default', 'letters', test.user('ana')) $$,
  'values (0::bigint, 1::bigint, 1::bigint, 2::bigint)'
);
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();

-- And restores all the rest, for good.
select plan(5);
select test.team();
select test.respond('b', 'annotator');
create temporary table gone as select id from postil.users where name = 'annotator';
delete from postil.users where name = 'annotator';
select test.user('annotator');
delete from postil.records where external_id = 'a';
select results_eq(
  $$ select name, responses, memberships, skipped from postil.restore_user((select id from gone), 'skip') $$,
  $$ select format('annotator (%s)', id), 1::bigint, 1::bigint, 2::bigint from gone $$
);
select is(test.state('b'), '1 of 1, completed');
select throws_ok($$ select postil.restore_user((select id from gone), 'skip') $$, 'PN409');
select throws_ok($$ select postil.restore_user((select id from gone), 'both') $$, 'PN422');
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();

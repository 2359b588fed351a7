-- Who were deleted in one statement, or by TRUNCATE.
select plan(4);
select test.dataset('letters'), test.record('a');
select test.respond('a', 'ana'), test.respond('a', 'ben'), test.member('ana', 'default', 'viewer'), test.member('ben', 'default', 'viewer');
create temporary table gone as table postil.users;
delete from postil.users;
select is((select (responses, memberships)::text from postil.restore_user((select id from gone where name = 'ana'))), '(1,1)');
select results_eq('select id from postil.users', $$ select id from gone where name = 'ana' $$);
update postil_private.history set transaction = '1', at = now() - interval '1 millisecond'; -- As if done by another transaction.
truncate postil.users cascade;
select lives_ok($$ select postil.restore_user(id) from gone $$);
select is((select count(*) from postil.responses), 2::bigint);
select * from finish();

-- What was deleted since can be restored again.
select plan(5);
select test.team();
create temporary table gone as select id from postil.users where name = 'annotator';
delete from postil.users where name = 'annotator';
select lives_ok('select postil.restore_user((select id from gone))');
select throws_like('select postil.restore_user((select id from gone))', 'there is nothing to restore%');
delete from postil.responses where user_id = (select id from gone);
select throws_ok('select postil.restore_user((select id from gone))', 'PN409', null, 'their own deletions are not undone');
update postil_private.history set transaction = '1', at = now() - interval '1 millisecond'; -- As if done by another transaction.
delete from postil.users where name = 'annotator';
select is((select responses from postil.restore_user((select id from gone))), 0::bigint, 'those neither');
select throws_ok('select postil.restore_user(gen_random_uuid())', 'PN404');
select * from finish();

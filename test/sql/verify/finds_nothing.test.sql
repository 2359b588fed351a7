-- After writes of many kinds nothing is wrong, and every check has looked at rows.
select plan(2);
select test.team();
update postil.responses set status = 'draft' where user_id = test.user('colleague');
delete from postil.users where name = 'reviewer';
update postil.datasets set min_submitted = 2;
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('admin'), 'k', 'p', sha256('k'));
insert into postil_private.leases (namespace, record_id, user_id, expires_at)
select r.namespace, r.id, test.user('admin'), now() from postil.records as r where r.external_id = 'a';
insert into postil_private.deletions (user_id, total, batch_size) values (test.user('admin'), 1, 1);
select is_empty('select * from postil.verify() where wrong <> 0 or example is not null');
select is_empty('select * from postil.verify() where checked = 0');
select * from finish();

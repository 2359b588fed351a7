-- Also times of long ago, and values whose order and numbers a careless copy would change.
select plan(7);
select test.team();
insert into postil.responses (namespace, record_id, user_id, status, values, inserted_at, updated_at) values
  ('team', test.id('b'), test.user('annotator'), 'draft', null, '2001-02-03 04:05:06.789012+00', '2002-02-03 04:05:06.789012+00'),
  ('elsewhere', test.id('elsewhere-a'), test.user('annotator'), 'submitted',
    '{"mood": {"value": "\u00e4 \\ \" null"}, "topics": {"value": ["war", "love"]}}', '2001-01-01', '2003-01-01');
update postil.users set inserted_at = '2000-01-01' where name = 'annotator';
create temporary table users_before as table postil.users;
create temporary table members_before as table postil.members;
create temporary table responses_before as table postil.responses;
create temporary table records_before as select namespace, id, submitted_count, status from postil.records;
create temporary table gone as select id from postil.users where name = 'annotator';
delete from postil.users where name = 'annotator';
select results_eq(
  'select name, responses, memberships, completed, skipped, conflicts from postil.restore_user((select id from gone))',
  $$ values ('annotator', 3::bigint, 1::bigint, 0::bigint, 0::bigint, '[]'::jsonb) $$
);
select set_eq('select users::text from postil.users', 'select b::text from users_before as b');
select set_eq('select members::text from postil.members', 'select b::text from members_before as b');
select set_eq('select responses::text from postil.responses', 'select b::text from responses_before as b');
select set_eq('select namespace, id, submitted_count, status from postil.records', 'table records_before');
select is_empty('select * from postil.verify() where wrong > 0');
select results_eq($$ select subject_name collate "default", details - 'history' from postil.audit where action = 'user.restored' $$,
  $$ values ('annotator', '{"responses": 3, "memberships": 1, "skipped": 0}'::jsonb) $$);
select * from finish();

-- Or when it no longer lets one respond.
select plan(4);
select test.member(name, 'default', 'annotator') from unnest(array['ana', 'ben']) as name;
select test.dataset('letters');
select test.record('a');
select is(test.next('ana'), 'a');
update postil.members set role = 'reviewer' where user_id = test.user('ana');
select is(test.next('ben'), null);
update postil.members set role = 'viewer' where user_id = test.user('ana');
select is(test.next('ben'), 'a');
update postil.members set role = 'annotator';
delete from postil.members where user_id = test.user('ben');
select is(test.next('ana'), 'a');
select * from finish();

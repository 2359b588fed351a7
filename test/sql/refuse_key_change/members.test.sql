select plan(3);
select test.namespace('team'), test.namespace('crew'), test.user('ben');
select test.member('ana', 'team', 'viewer');
select throws_ok($$ update postil.members set namespace = 'crew' $$, 'PN409');
select throws_ok($$ update postil.members set user_id = test.user('ben') $$, 'PN409');
select lives_ok($$ update postil.members set namespace = 'team', user_id = test.user('ana'), role = 'admin' $$);
select * from finish();

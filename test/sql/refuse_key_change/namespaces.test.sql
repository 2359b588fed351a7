select plan(2);
select test.namespace('team');
select throws_ok($$ update postil.namespaces set key = 'crew' where key = 'team' $$, 'PN409');
select lives_ok($$ update postil.namespaces set key = 'team', name = 'Team' where key = 'team' $$, 'the same key');
select * from finish();

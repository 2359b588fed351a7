select plan(5);
select test.team();
select is(test.who_can($$ select postil.deactivate_user(test.user('colleague')) $$), 'owner service_role');
select is(test.who_can($$ select postil.deactivate_user(test.user('colleague'), true) $$), 'owner service_role');
select throws_ok($$ select postil.deactivate_user(gen_random_uuid()) $$, 'PN404');
select throws_ok($$ select postil.deactivate_user(null) $$, 'PN404');
select throws_ok($$ select postil.deactivate_user(test.user('colleague'), null) $$, 'PN422');
select * from finish();

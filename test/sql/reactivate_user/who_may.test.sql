select plan(2);
select test.team();
select postil.deactivate_user(test.user('colleague'));
select is(test.who_can($$ select postil.reactivate_user(test.user('colleague')) $$), 'owner service_role');
select throws_ok($$ select postil.reactivate_user(gen_random_uuid()) $$, 'PN404');
select * from finish();

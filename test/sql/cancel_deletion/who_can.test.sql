select plan(1);
select test.team();
select postil.delete_user_in_background(test.user('colleague'));
select is(test.who_can($$ select from postil.cancel_deletion(test.user('colleague')) $$), 'owner service_role');
select * from finish();

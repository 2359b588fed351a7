select plan(2);
select test.team();
select postil.delete_user_in_background(test.user('colleague'));
select is(test.who_can($$ select from postil.deletion_progress(test.user('colleague')) $$), 'owner service_role');
select throws_ok($$ select from postil.deletion_progress(test.user('viewer')) $$, 'PN404');
select * from finish();

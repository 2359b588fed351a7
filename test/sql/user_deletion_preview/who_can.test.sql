select plan(1);
select test.team();
select is(test.who_can($$ select from postil.user_deletion_preview(:me) $$), 'owner service_role', 'not even one''s own');
select * from finish();

select plan(4);
select is(test.attempt('select postil.user_deletion_preview(null)'), 'PN404 there is no user null');
select is(test.attempt('select postil.deactivate_user(null)'), 'PN404 there is no user null');
select is(test.attempt('select postil.restore_user(null)'), 'PN404 there is nothing to restore of user null');
select is(test.attempt($$ select postil.erase_user(null, 'x') $$), 'PN404 nothing is known of user null');
select * from finish();

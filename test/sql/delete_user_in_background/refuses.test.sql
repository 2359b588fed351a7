select plan(6);
select test.team();
select test.act_as('owner');
select throws_ok(
  $$ select from postil.delete_user_in_background('00000000-0000-7000-8000-000000000000') $$, 'PN404',
  'there is no user 00000000-0000-7000-8000-000000000000'
);
select throws_ok($$ select from postil.delete_user_in_background(null) $$, 'PN404');
select throws_ok($$ select from postil.delete_user_in_background(test.user('annotator'), 0) $$, 'PN422');
select throws_ok($$ select from postil.delete_user_in_background(test.user('annotator'), null) $$, 'PN422');
-- The template's own first owner, if any, counts as well.
update postil.users set owner = false where name <> 'owner';
select throws_ok(
  $$ select from postil.delete_user_in_background(test.user('owner')) $$, 'PN409', 'there would be no owner left'
);
select test.act_as_superuser();
insert into postil.users (name, owner) values ('former', true);
select postil.deactivate_user(test.user('former'));
select throws_ok($$ select from postil.delete_user_in_background(test.user('owner')) $$, 'PN409', null, 'active');
select * from finish();

-- That of now; of somebody who was deleted, that of then.
select plan(6);
select test.team();
create temporary table them as select id from postil.users where name = 'colleague';
update postil.users set name = 'friend' where name = 'colleague';
select throws_ok($$ select postil.erase_user((select id from them), 'colleague') $$, 'PN422');
select throws_ok($$ select postil.erase_user((select id from them), null) $$, 'PN422');
delete from postil.users where name = 'friend';
select throws_ok($$ select postil.erase_user((select id from them), 'colleague') $$, 'PN422');
select results_eq(
  $$ select responses, images from postil.erase_user((select id from them), 'friend') $$, $$ values (0::bigint, 4::bigint) $$
);
select throws_ok($$ select postil.erase_user((select id from them), 'friend') $$, 'PN404');
select throws_ok($$ select postil.restore_user((select id from them)) $$, 'PN404');
select * from finish();

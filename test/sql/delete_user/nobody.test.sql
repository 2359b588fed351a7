select plan(1);
select throws_ok('select postil.delete_user(gen_random_uuid(), 0)', 'PN404');
select * from finish();

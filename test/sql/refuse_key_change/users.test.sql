select plan(2);
select test.user('ana');
select throws_ok('update postil.users set id = gen_random_uuid()', 'PN409');
select lives_ok($$ update postil.users set id = id, name = 'anna' $$, 'the same id');
select * from finish();

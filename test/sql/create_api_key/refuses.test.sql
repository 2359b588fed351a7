select plan(4);
select test.act_as('service_role');
select throws_ok($$ select postil.create_api_key('key') $$, 'PN422', null, 'nobody is signed in, and no user named');
select throws_ok($$ select postil.create_api_key('key', gen_random_uuid()) $$, 'PN404');
select throws_ok($$ select postil.create_api_key('key', test.user('ana'), now()) $$, 'PN422', null, 'expired');
select throws_ok($$ select postil.create_api_key('', test.user('ana')) $$, '23514', null, 'no name');
select * from finish();

select plan(2);
select test.team();
select is(test.who_can('truncate postil.responses'), '');
select test.act_as('service_role');
select throws_ok('truncate postil.responses', '42501');
select * from finish();

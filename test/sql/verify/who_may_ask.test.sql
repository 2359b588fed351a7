select plan(2);
select test.team();
select is(test.who_can('select from postil.verify()'), 'owner service_role');
select test.act_as('admin');
select throws_ok('select from postil.verify()', 'PN403');
select * from finish();

select plan(3);
select test.team();
select is(
  test.who_can($$ select from postil.delete_records('team', array[test.id('a')]) $$), 'owner admin service_role'
);
select test.act_as('stranger');
select throws_ok($$ select postil.delete_records('team', '{}') $$, 'PN403');
select throws_ok($$ select postil.delete_records('nowhere', '{}') $$, 'PN403');
select * from finish();

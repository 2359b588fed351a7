-- Whoever sees the record. To others there is none.
select plan(4);
select test.team();
select is(
  test.who_can($$ select * from postil.explain_status('team', test.id('a')) $$),
  'owner admin reviewer annotator viewer service_role'
);
select test.act_as('stranger');
select is_empty($$ select postil.explain_status('team', test.id('a')) $$);
select is_empty($$ select postil.explain_status('nowhere', test.id('a')) $$);
select test.act_as('owner');
select is_empty($$ select postil.explain_status('team', test.id('elsewhere-a')) $$);
select * from finish();

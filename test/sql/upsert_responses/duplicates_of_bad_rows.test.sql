-- A row that is refused decides nothing about another of the same record and user.
select plan(2);
select test.team();
select test.act_as('annotator');
create function pg_temp.row(mood jsonb) returns jsonb language sql as $$
  select jsonb_build_object('record_id', test.id('b'), 'status', 'submitted', 'values', jsonb_build_object(
    'mood', jsonb_build_object('value', mood)
  ))
$$;
select results_eq(
  $$
    select index, action, code from postil.upsert_responses('team', jsonb_build_array(
      pg_temp.row('1'), pg_temp.row('"good"'), pg_temp.row('2'), pg_temp.row('"bad"')
    ), on_error => 'report')
  $$,
  $$
    values (0::bigint, 'refused', 'PN422'), (1, 'inserted', null), (2, 'refused', 'PN422'), (3, 'refused', 'PN409')
  $$
);
select is((select values from postil.responses where record_id = test.id('b')), '{"mood": {"value": "good"}}');
select * from finish();

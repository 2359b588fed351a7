-- What says nothing new writes nothing and locks no response: the row stays as it is, to the last bit.
select plan(2);
select test.team();
prepare versions as select r.ctid as place, r.xmin::text as made, r.xmax::text as locked, r.* from postil.responses as r;
create temporary table before as execute versions;
select test.act_as('annotator');
select results_eq(
  $$
    select action, record_status from postil.upsert_responses('team', jsonb_build_array(jsonb_build_object(
      'record_id', test.id('a'), 'status', 'submitted', 'values', '{"mood": {"value": "good"}}'::jsonb
    )))
  $$,
  $$ values ('unchanged', 'completed'::postil.record_status) $$
);
select test.act_as_superuser();
select bag_eq('versions', 'table before');
select * from finish();

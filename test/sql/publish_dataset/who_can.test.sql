select plan(2);
select test.team();
insert into postil.datasets (namespace, key) values ('team', 'draft');
insert into postil.fields (namespace, dataset, name) values ('team', 'draft', 'text');
insert into postil.questions (namespace, dataset, name, type) values ('team', 'draft', 'mood', 'text');
create function pg_temp.publish(name text) returns text language sql as $$
  select test.act_as(name);
  select test.attempt($sql$ select postil.publish_dataset('team', 'draft') $sql$)
$$;
select results_eq(
  $$
    select pg_temp.publish(name)
    from unnest(array['viewer', 'annotator', 'reviewer', 'stranger']) as name
  $$,
  $$ select 'PN404 there is no dataset ''draft'' in namespace ''team'' that you may publish' from generate_series(1, 4) $$
);
select is(pg_temp.publish('admin'), 'done');
select * from finish();

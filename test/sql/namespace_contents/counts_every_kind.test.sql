-- So does a test of it: a table that is of a namespace, and not in here, would be left out.
select plan(3);
select test.team();
select is(
  postil.namespace_contents('team'),
  '{
    "members": 5, "datasets": 1, "fields": 1, "questions": 2, "metadata_properties": 1, "records": 2, "responses": 4,
    "suggestions": 1
  }'
);
select set_eq(
  $$ select jsonb_object_keys(postil.namespace_contents('team')) $$,
  $$
    select c.relname::text
    from pg_attribute as a
    join pg_class as c on c.oid = a.attrelid
    where c.relnamespace = 'postil'::regnamespace
      and c.relkind = 'r'
      and a.attname = 'namespace'
  $$
);
select is(test.who_can($$ select postil.namespace_contents('team') $$), 'owner admin service_role');
select * from finish();

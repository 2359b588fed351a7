-- Datasets, fields, questions, metadata properties; by every kind of statement, and no image of the namespace.
select plan(12);
select test.namespace('team');
create function pg_temp.counted(statement text) returns bigint language plpgsql as $$
declare
  before constant bigint := (select contents_version from postil.namespaces where key = 'team');
begin
  execute statement;
  return (select contents_version from postil.namespaces where key = 'team') - before;
end
$$;
select cmp_ok(pg_temp.counted($$ select test.dataset('letters', namespace => 'team') $$), '>', 0::bigint);
select is(pg_temp.counted($$ update postil.datasets set guidelines = 'Read.' where namespace = 'team' $$), 1::bigint);
select is(pg_temp.counted($$ update postil.datasets set guidelines = 'Read.' where namespace = 'team' $$), 0::bigint, 'no change');
select is(pg_temp.counted($$ insert into postil.fields (namespace, dataset, name, type) values ('team', 'letters', 'x', 'text') $$), 1::bigint);
select is(pg_temp.counted($$ update postil.questions set title = 'Mood?' where namespace = 'team' and name = 'mood' $$), 1::bigint);
select is(pg_temp.counted($$ insert into postil.metadata_properties (namespace, dataset, name, type) values ('team', 'letters', 'y', 'terms') $$), 1::bigint);
select is(pg_temp.counted($$ delete from postil.fields where namespace = 'team' and name = 'x' $$), 1::bigint);
select is(pg_temp.counted($$ select test.record('a', namespace => 'team'), test.respond('a', 'ana') $$), 0::bigint, 'records and responses');
select is(pg_temp.counted($$ select test.dataset('letters', namespace => 'other') $$), 0::bigint, 'another namespace');
select is(pg_temp.counted('truncate postil.metadata_properties'), 1::bigint);
select cmp_ok(pg_temp.counted($$ delete from postil.datasets where namespace = 'team' $$), '>', 0::bigint);
select is_empty($$ select from postil.changes where "table" = 'namespaces' $$);
select * from finish();

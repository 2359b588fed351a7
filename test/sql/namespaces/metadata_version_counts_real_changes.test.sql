-- One more for each change of what is written there; none for an edit that changes nothing, nor for its contents.
select plan(7);
select test.namespace('team'), test.namespace('other');
select test.dataset('letters', namespace => 'other');
create temporary view seen as select metadata_version, contents_version from postil.namespaces where key = 'team';
update postil.namespaces set name = 'Team', metadata = '{"a": 1}' where key = 'team';
select results_eq('table seen', $$ values (2::bigint, 1::bigint) $$);
create temporary table before as select key, version, xmin::text as row_xmin, updated_at from postil.namespaces;
update postil.namespaces set name = 'Team', description = null, metadata = '{"a": 1}' where key = 'team';
select results_eq('table seen', $$ values (2::bigint, 1::bigint) $$, 'the same again');
select is(
  (select (n.version, n.updated_at) from postil.namespaces as n where n.key = 'team'),
  (select (b.version, b.updated_at) from before as b where b.key = 'team')
);
select is(
  (select n.xmin::text from postil.namespaces as n where n.key = 'other'), (select row_xmin from before where key = 'other'),
  'others stay as they are'
);
update postil.namespaces set name = null where key = 'team';
select results_eq('table seen', $$ values (3::bigint, 1::bigint) $$, 'cleared');
select is((select image ->> 'name' from postil.changes where "table" = 'namespaces' order by seq desc limit 1), 'Team');
select is((select count(*) from postil.changes where "table" = 'namespaces' and namespace = 'team'), 2::bigint, 'an image of each');
select * from finish();

-- Owned, closed and indexed as all tables, whoever made them.
select plan(4);
select postil_private.prepare_history(6);
create temporary table made as
select format('postil_private.%I', name)::regclass as oid from postil_private.history_partitions();
select is_empty('select from made join pg_class using (oid) where not relrowsecurity');
select is_empty($$ select from made join pg_class using (oid) where relowner <> 'postil_owner'::regrole $$);
select results_eq(
  'select count(*) from made join pg_index on indrelid = made.oid group by made.oid',
  'select 3::bigint from made'
);
select is_empty('select * from postil.verify() where wrong > 0');
select * from finish();

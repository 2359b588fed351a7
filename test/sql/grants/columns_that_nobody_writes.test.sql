-- The complement of the grants: what triggers maintain, and what only the owner of the tables sets.
select plan(2);
create function pg_temp.not_writable(privilege text) returns text language sql as $$
  select string_agg(format('%s.%s', c.relname, a.attname), ' ' order by c.relname, a.attnum)
  from pg_class as c
  join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'postil'::regnamespace
    and c.relkind = 'r'
    and a.attname not in ('inserted_at', 'updated_at', 'version')
    and not has_column_privilege('authenticated', c.oid, a.attnum, privilege)
$$;
select is(
  pg_temp.not_writable('insert'),
  'namespaces.protected namespaces.metadata_version namespaces.contents_version records.submitted_count records.status records.completed_at records.created_by responses.excluded '
  'suggestions.created_by users.deactivated_at users.responses_excluded'
);
select is(
  pg_temp.not_writable('update'),
  'namespaces.protected namespaces.metadata_version namespaces.contents_version records.submitted_count records.status records.completed_at records.created_by responses.excluded '
  'suggestions.created_by users.deactivated_at users.responses_excluded'
);
select * from finish();

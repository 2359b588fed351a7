-- TRUNCATE asks nobody: neither protection, nor the foreign keys, whose tables CASCADE empties too.
create or replace function postil_private.refuse_truncate_of_namespaces()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN423',
    message = 'the table of namespaces cannot be emptied',
    detail = 'It would take along everything in them, and those that are protected.',
    hint = 'Delete the datasets of a namespace, and then the namespace.';
end
$$;
comment on function postil_private.refuse_truncate_of_namespaces() is
  'Trigger: refuses TRUNCATE of namespaces.';

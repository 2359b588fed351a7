create or replace function postil_private.refuse_delete_of_protected()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN423',
    message = format('namespace %L is protected', old.key),
    hint = 'First, as an owner, in a call of its own: unprotect_namespace. The default namespace stays protected.';
end
$$;
comment on function postil_private.refuse_delete_of_protected() is
  'Trigger: refuses the deletion of a protected namespace.';

-- Definer: nobody may write the column; only owners may ask.
create or replace function postil.unprotect_namespace(namespace text)
  returns postil.namespaces
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return postil_private.set_protection(namespace, false);
end
$$;
comment on function postil.unprotect_namespace(text) is
  'Lets a namespace be deleted again. A call of its own, which the audit has; for owners, and not for the default namespace (PN423). Returns it.';

-- Definer: nobody may write the column; only owners may ask.
create or replace function postil.protect_namespace(namespace text)
  returns postil.namespaces
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return postil_private.set_protection(namespace, true);
end
$$;
comment on function postil.protect_namespace(text) is
  'Keeps a namespace from being deleted, by whatever path, until unprotect_namespace(). For owners. Returns it.';

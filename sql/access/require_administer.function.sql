create or replace function postil_private.require_administer(namespace text)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if namespace is null or namespace <> all (postil_private.namespaces_allowing('administer')) then
    -- The same words whether it exists or not: a stranger learns nothing.
    raise exception using
      errcode = 'PN403',
      message = format('not allowed to administer namespace %L', postil_private.shortened(namespace)),
      detail = 'The namespace does not exist, or you are not an admin of it.',
      hint = 'Ask an owner to make you an admin: postil member add';
  end if;
end
$$;
comment on function postil_private.require_administer(text) is
  'Raises PN403 unless the caller is an admin of the namespace.';

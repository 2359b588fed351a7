create or replace function postil_private.require_respond(namespace text)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if namespace is null or namespace <> all (postil_private.namespaces_allowing('respond')) then
    -- The same words whether it exists or not: a stranger learns nothing.
    raise exception using
      errcode = 'PN403',
      message = format('not allowed to respond in namespace %L', postil_private.shortened(namespace)),
      detail = 'The namespace does not exist, or you are not an annotator, reviewer or admin of it.',
      hint = 'Ask an admin to make you an annotator: postil member add';
  end if;
end
$$;
comment on function postil_private.require_respond(text) is
  'Raises PN403 unless the caller may respond in the namespace.';

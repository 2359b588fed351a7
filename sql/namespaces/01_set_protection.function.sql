create or replace function postil_private.set_protection(namespace text, protected boolean)
  returns postil.namespaces
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  after postil.namespaces;
begin
  perform postil_private.require_owner(case when protected then 'protect a namespace' else 'end the protection of a namespace' end);
  if namespace = 'default' and not protected then
    raise exception using
      errcode = 'PN423',
      message = 'the default namespace stays protected',
      hint = 'Delete what is in it instead.';
  end if;
  update postil.namespaces as n
  set protected = set_protection.protected
  where n.key = set_protection.namespace
  returning n.* into after;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('there is no namespace %L', namespace),
      hint = 'List the namespaces: GET /rest/v1/namespaces';
  end if;
  return after;
end
$$;
comment on function postil_private.set_protection(text, boolean) is
  'Protects a namespace from deletion, or no longer. Raises PN403, PN404, and PN423 for the default namespace.';

create or replace function postil_private.require_owner(deed text)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  if not postil_private.is_owner() then
    raise exception using
      errcode = 'PN403',
      message = format('only an owner may %s', deed),
      hint = 'Ask an owner: in postil.users, owner is true for them.';
  end if;
end
$$;
comment on function postil_private.require_owner(text) is 'Raises PN403 unless the caller is an owner.';

-- Definer: postil_private is closed to everyone else.
create or replace function postil.revoke_api_key(id uuid)
  returns timestamptz
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  ended timestamptz;
begin
  update postil_private.api_keys as k
  set revoked_at = coalesce(k.revoked_at, now())
  where k.id = revoke_api_key.id
    and (k.user_id = postil_private.active_user_id() or postil_private.is_owner())
  returning k.revoked_at into ended;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('there is no API key %s', revoke_api_key.id),
      hint = 'List the keys that you may revoke: postil key list';
  end if;
  return ended;
end
$$;
comment on function postil.revoke_api_key(uuid) is
  'Ends an API key, your own or, as an owner, anyone''s. It stops working within a second. Returns since when it is '
  'revoked; revoking again changes nothing.';

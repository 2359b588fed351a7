-- Definer: postil_private is closed to everyone else.
create or replace function postil.create_api_key(
  name text,
  user_id uuid default null,
  expires_at timestamptz default null
)
  returns table (id uuid, prefix text, api_key text)
  language plpgsql
  volatile
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  for_user constant uuid := coalesce(create_api_key.user_id, postil_private.current_user_id());
  -- When the caller's own key ends, if it is a key that does. In seconds since 1970, as tokens count.
  own_end constant timestamptz := to_timestamp(
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'key_expires_at')::double precision
  );
  secret text;
begin
  if for_user is null then
    raise exception using
      errcode = 'PN422',
      message = 'user_id is missing',
      detail = 'You are not signed in as a user, so the key cannot be your own.',
      hint = 'Say whose key it is: {"user_id": "…"}.';
  end if;
  if for_user is distinct from postil_private.active_user_id() and not postil_private.is_owner() then
    raise exception using
      errcode = 'PN403',
      message = 'not allowed to create a key for another user',
      hint = 'Leave user_id out to create your own key, or ask an owner.';
  end if;
  if not exists (select from postil.users as u where u.id = for_user) then
    raise exception using
      errcode = 'PN404',
      message = format('there is no user %s', for_user),
      hint = 'List the users: postil user list';
  end if;
  if create_api_key.expires_at <= now() then
    raise exception using
      errcode = 'PN422',
      message = 'expires_at lies in the past',
      hint = 'Leave it out for a key that does not expire.';
  end if;
  if coalesce(create_api_key.expires_at, 'infinity') > own_end then
    raise exception using
      errcode = 'PN403',
      message = 'not allowed to create a key that outlives your own',
      detail = format('Your key expires at %s.', own_end),
      hint = 'Give expires_at, no later than that, or use a key that does not expire.';
  end if;
  -- Two random UUIDs carry 244 random bits.
  secret := 'postil_' || translate(
    encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'base64'), '+/=' || chr(10), '-_'
  );
  return query
    with made as (
      insert into postil_private.api_keys (user_id, name, prefix, sha256, expires_at)
      values (
        for_user,
        create_api_key.name,
        left(secret, 13),
        sha256(convert_to(secret, 'UTF8')),
        create_api_key.expires_at
      )
      returning id, prefix
    )
    select made.id, made.prefix, secret from made;
end
$$;
comment on function postil.create_api_key(text, uuid, timestamptz) is
  'Makes an API key, for yourself or, as an owner, for any user. The key itself is returned here and never again.';

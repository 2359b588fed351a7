-- The gateway asks this, as the owner of the database objects, with the hash of the key that it was shown.
create or replace function postil_private.find_api_key(sha256 bytea)
  returns table (user_id uuid, expires_at timestamptz)
  language sql
  stable
  set search_path = ''
as $$
  select k.user_id, k.expires_at
  from postil_private.api_keys as k
  where k.sha256 = find_api_key.sha256
    and k.revoked_at is null
    and (k.expires_at is null or k.expires_at > now())
$$;
comment on function postil_private.find_api_key(bytea) is
  'Whose key it is, when it is one that is neither revoked nor expired.';

-- The gateway asks this, as the owner of the database objects, with the hash of the key that it was shown.
create or replace function postil_private.find_api_key(sha256 bytea)
  returns table (id uuid, user_id uuid, expires_at timestamptz)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select k.id, k.user_id, k.expires_at
  from postil_private.api_keys as k
  join postil.users as u on u.id = k.user_id
  where k.sha256 = find_api_key.sha256
    and k.revoked_at is null
    and (k.expires_at is null or k.expires_at > now())
    and u.deactivated_at is null
$$;
comment on function postil_private.find_api_key(bytea) is
  'Which key it is and whose, when it is neither revoked nor expired and its user not deactivated.';

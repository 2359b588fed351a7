-- Not security_invoker: postil_private is closed to everyone else, so the view filters by itself.
create or replace view postil.api_keys
  with (security_barrier = true)
as
  select k.id, k.user_id, k.name, k.prefix, k.inserted_at, k.expires_at, k.revoked_at
  from postil_private.api_keys as k
  where k.user_id = (select postil_private.active_user_id())
    or (select postil_private.is_owner());
comment on view postil.api_keys is
  'Your API keys, or, for an owner, everyone''s; without the secret part, which is stored nowhere.';
comment on column postil.api_keys.id is 'Made with the key; revoke_api_key takes it.';
comment on column postil.api_keys.user_id is 'Whose rights the key has.';
comment on column postil.api_keys.name is 'What it is for, in the words of who made it.';
comment on column postil.api_keys.prefix is 'The key''s first characters, enough to recognise it by.';
comment on column postil.api_keys.inserted_at is 'When it was made.';
comment on column postil.api_keys.expires_at is 'When it stops working; null: never.';
comment on column postil.api_keys.revoked_at is 'When it was revoked; null while it is not.';
